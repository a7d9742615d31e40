#pragma once

// How long a test waits for something that must happen. It stands in front of every test
// program, because Qt's own five seconds say more about the machine than about the program: a
// busy disk alone takes them. Whatever is only a matter of time gets a minute; what must not
// happen is tested by what happened instead, never by a short wait.

#include <QTest>

namespace qd::test {
constexpr int PatienceMs = 60'000;
}

#undef QTRY_VERIFY
#define QTRY_VERIFY(condition) QTRY_VERIFY_WITH_TIMEOUT((condition), qd::test::PatienceMs)
#undef QTRY_VERIFY2
#define QTRY_VERIFY2(condition, message) QTRY_VERIFY2_WITH_TIMEOUT((condition), message, qd::test::PatienceMs)
#undef QTRY_COMPARE
#define QTRY_COMPARE(actual, expected) QTRY_COMPARE_WITH_TIMEOUT((actual), expected, qd::test::PatienceMs)
