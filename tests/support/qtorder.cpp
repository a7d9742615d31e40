// Qt comes uninstrumented, so the thread sanitizer sees neither its locks nor that a task begins after
// it was started and a reply is read after it was given, and calls all of that a race. Linked into
// the tests of the tsan preset, this says so at the doors through which our code goes: a pool's start,
// a call queued for another thread, a promise that is kept, a future that is read, a semaphore and a
// mutex for which somebody waits. What two threads do besides is still found.

#include <QFutureInterface>
#include <QMutex>
#include <QObject>
#include <QSemaphore>
#include <QThreadPool>

#include <dlfcn.h>
#include <pthread.h>
#include <sanitizer/tsan_interface.h>

namespace {

template <typename Function>
Function real(Function, const char *name)
{
    return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

// The state that all copies of a future share: the only member of QFutureInterfaceBase behind its vtable.
void *stateOf(const void *future)
{
    return static_cast<void *const *>(future)[1];
}

class OrderedCall : public QtPrivate::QSlotObjectBase
{
public:
    explicit OrderedCall(QSlotObjectBase *call) : QSlotObjectBase(&run), m_call(call) { __tsan_release(this); }

private:
    static void run(int which, QSlotObjectBase *self, QObject *receiver, void **arguments, bool *result)
    {
        auto *ordered = static_cast<OrderedCall *>(self);
        __tsan_acquire(ordered);
        if (which == Call)
            return ordered->m_call->call(receiver, arguments);
        if (which == Destroy) {
            ordered->m_call->destroyIfLastRef();
            delete ordered;
        } else if (result) {
            *result = false;
        }
    }

    QSlotObjectBase *m_call;
};

} // namespace

extern "C" {

// QThreadPool::start(std::function<void()>, int)
void _ZN11QThreadPool5startESt8functionIFvvEEi(QThreadPool *pool, std::function<void()> task, int priority)
{
    static const auto start = real(&_ZN11QThreadPool5startESt8functionIFvvEEi, "_ZN11QThreadPool5startESt8functionIFvvEEi");
    auto order = std::make_shared<char>();
    __tsan_release(order.get());
    start(pool, [order, task = std::move(task)] {
        __tsan_acquire(order.get());
        task();
    }, priority);
}

// QMetaObject::invokeMethodImpl(QObject *, QtPrivate::QSlotObjectBase *, Qt::ConnectionType, void *)
bool _ZN11QMetaObject16invokeMethodImplEP7QObjectPN9QtPrivate15QSlotObjectBaseEN2Qt14ConnectionTypeEPv(QObject *object, QtPrivate::QSlotObjectBase *call, Qt::ConnectionType type, void *result)
{
    static const auto invoke = real(&_ZN11QMetaObject16invokeMethodImplEP7QObjectPN9QtPrivate15QSlotObjectBaseEN2Qt14ConnectionTypeEPv, "_ZN11QMetaObject16invokeMethodImplEP7QObjectPN9QtPrivate15QSlotObjectBaseEN2Qt14ConnectionTypeEPv");
    return invoke(object, new OrderedCall(call), type, result);
}

// QFutureInterfaceBase::reportFinished()
void _ZN20QFutureInterfaceBase14reportFinishedEv(QFutureInterfaceBase *promise)
{
    static const auto finish = real(&_ZN20QFutureInterfaceBase14reportFinishedEv, "_ZN20QFutureInterfaceBase14reportFinishedEv");
    __tsan_release(stateOf(promise));
    finish(promise);
}

// QFutureInterfaceBase::reportResultsReady(int, int)
void _ZN20QFutureInterfaceBase18reportResultsReadyEii(QFutureInterfaceBase *promise, int from, int to)
{
    static const auto report = real(&_ZN20QFutureInterfaceBase18reportResultsReadyEii, "_ZN20QFutureInterfaceBase18reportResultsReadyEii");
    __tsan_release(stateOf(promise));
    report(promise, from, to);
}

// QFutureInterfaceBase::waitForResult(int)
void _ZN20QFutureInterfaceBase13waitForResultEi(QFutureInterfaceBase *future, int index)
{
    static const auto wait = real(&_ZN20QFutureInterfaceBase13waitForResultEi, "_ZN20QFutureInterfaceBase13waitForResultEi");
    wait(future, index);
    __tsan_acquire(stateOf(future));
}

// QFutureInterfaceBase::resultCount() const
int _ZNK20QFutureInterfaceBase11resultCountEv(const QFutureInterfaceBase *future)
{
    static const auto count = real(&_ZNK20QFutureInterfaceBase11resultCountEv, "_ZNK20QFutureInterfaceBase11resultCountEv");
    const int found = count(future);
    __tsan_acquire(stateOf(future));
    return found;
}

// QSemaphore::release(int), ::acquire(int), ::tryAcquire(int)
void _ZN10QSemaphore7releaseEi(QSemaphore *semaphore, int count)
{
    static const auto release = real(&_ZN10QSemaphore7releaseEi, "_ZN10QSemaphore7releaseEi");
    __tsan_release(semaphore);
    release(semaphore, count);
}

void _ZN10QSemaphore7acquireEi(QSemaphore *semaphore, int count)
{
    static const auto acquire = real(&_ZN10QSemaphore7acquireEi, "_ZN10QSemaphore7acquireEi");
    acquire(semaphore, count);
    __tsan_acquire(semaphore);
}

bool _ZN10QSemaphore10tryAcquireEi(QSemaphore *semaphore, int count)
{
    static const auto tryAcquire = real(&_ZN10QSemaphore10tryAcquireEi, "_ZN10QSemaphore10tryAcquireEi");
    const bool isMine = tryAcquire(semaphore, count);
    __tsan_acquire(semaphore);
    return isMine;
}

// QBasicMutex::lockInternal(), ::unlockInternal(): where locking is not done inline
void _ZN11QBasicMutex12lockInternalEv(QBasicMutex *mutex)
{
    static const auto lock = real(&_ZN11QBasicMutex12lockInternalEv, "_ZN11QBasicMutex12lockInternalEv");
    lock(mutex);
    __tsan_acquire(mutex);
}

void _ZN11QBasicMutex14unlockInternalEv(QBasicMutex *mutex)
{
    static const auto unlock = real(&_ZN11QBasicMutex14unlockInternalEv, "_ZN11QBasicMutex14unlockInternalEv");
    __tsan_release(mutex);
    unlock(mutex);
}

// What std::timed_mutex locks with; GCC 12's sanitizer does not know it.
int pthread_mutex_clocklock(pthread_mutex_t *mutex, clockid_t clock, const timespec *until)
{
    static const auto lock = real(&pthread_mutex_clocklock, "pthread_mutex_clocklock");
    const int failed = lock(mutex, clock, until);
    if (!failed) {
        __tsan_mutex_pre_lock(mutex, __tsan_mutex_try_lock);
        __tsan_mutex_post_lock(mutex, __tsan_mutex_try_lock, 0);
    }
    return failed;
}

} // extern "C"
