#include "retrieval/import/vectorfile.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QtEndian>
#include <QFloat16>

#include <bit>
#include <limits>

namespace qd::retrieval {

namespace {

struct VectorFileWords
{
    Q_DECLARE_TR_FUNCTIONS(VectorFile)
};

constexpr qsizetype VectorMostDims = 16'000; // as pgvector

qsizetype vectorElementBytes(VectorFile::Element element)
{
    return element == VectorFile::Element::Float16 ? 2 : element == VectorFile::Element::Float32 ? 4 : 8;
}

tl::unexpected<Error> wrongVectors(const QString &message)
{
    return failure(Error::Kind::Wrong, message);
}

std::optional<VectorFile::Element> numpyElement(const QString &descr)
{
    if (descr == QLatin1String("<f2"))
        return VectorFile::Element::Float16;
    if (descr == QLatin1String("<f4"))
        return VectorFile::Element::Float32;
    return descr == QLatin1String("<f8") ? std::optional(VectorFile::Element::Float64) : std::nullopt;
}

} // namespace

Result<NumpyHeader> readNumpy(QByteArrayView bytes)
{
    constexpr qsizetype Fixed = 10;
    if (bytes.size() < Fixed || !bytes.startsWith("\x93NUMPY"))
        return wrongVectors(VectorFileWords::tr("it does not begin like a NumPy file."));
    const int version = uchar(bytes[6]);
    const qsizetype lengthBytes = version == 1 ? 2 : 4;
    if (version < 1 || version > 3 || bytes.size() < 8 + lengthBytes)
        return wrongVectors(VectorFileWords::tr("its format has version %1; 1, 2 and 3 are known.").arg(version));
    const qsizetype length = version == 1 ? qFromLittleEndian<quint16>(bytes.data() + 8) : qFromLittleEndian<quint32>(bytes.data() + 8);
    if (bytes.size() - 8 - lengthBytes < length)
        return wrongVectors(VectorFileWords::tr("it ends inside its header."));
    const QString header = QString::fromLatin1(bytes.sliced(8 + lengthBytes, length));
    static const QRegularExpression descr(QStringLiteral("'descr'\\s*:\\s*'([^']*)'")), order(QStringLiteral("'fortran_order'\\s*:\\s*(True|False)")), shape(QStringLiteral("'shape'\\s*:\\s*\\(\\s*(\\d{1,15})\\s*,\\s*(\\d{1,6})\\s*,?\\s*\\)"));
    const auto element = numpyElement(descr.match(header).captured(1));
    if (!element)
        return wrongVectors(VectorFileWords::tr("its numbers are “%1”; little-endian float16, float32 and float64 (<f2, <f4, <f8) can be read.").arg(descr.match(header).captured(1)));
    if (order.match(header).captured(1) != QLatin1String("False"))
        return wrongVectors(VectorFileWords::tr("its numbers are stored column by column; save it in C order (numpy.ascontiguousarray)."));
    const auto sizes = shape.match(header);
    if (!sizes.hasMatch())
        return wrongVectors(VectorFileWords::tr("it is no table of two axes, rows and dimensions."));
    return NumpyHeader{*element, sizes.captured(1).toLongLong(), sizes.captured(2).toLongLong(), 8 + lengthBytes + length};
}

Result<> VectorFile::readNumpyHeader(qsizetype lines)
{
    const auto header = readNumpy(QByteArrayView(m_bytes, m_file.size()));
    if (!header)
        return wrongVectors(VectorFileWords::tr("The vectors “%1” cannot be used: %2").arg(name(), header.error().message));
    if (header->rows != lines)
        return wrongVectors(VectorFileWords::tr("“%1” has %2 rows and the corpus beside it %3 lines; there must be one row for each line.").arg(name()).arg(header->rows).arg(lines));
    if (header->columns < 1 || header->columns > VectorMostDims)
        return wrongVectors(VectorFileWords::tr("The vectors “%1” cannot be used: %2").arg(name(), VectorFileWords::tr("they have %1 dimensions; 1 to 16,000 are possible.").arg(header->columns)));
    m_element = header->element;
    m_dims = int(header->columns);
    m_begin = header->size;
    // lines * dims cannot overflow: both were read from fewer than 21 digits in all.
    const qsizetype wanted = lines * m_dims * vectorElementBytes(m_element);
    if (m_file.size() - m_begin != wanted)
        return wrongVectors(VectorFileWords::tr("“%1” should hold %2 bytes of numbers behind its header and holds %3.").arg(name()).arg(wanted).arg(m_file.size() - m_begin));
    return {};
}

Result<> VectorFile::readHeader(qsizetype lines)
{
    if (name().endsWith(QLatin1String(".npy")))
        return readNumpyHeader(lines);
    const qsizetype numbers = m_file.size() / 4;
    if (lines == 0 || m_file.size() % 4 != 0 || numbers % lines != 0 || numbers / lines < 1 || numbers / lines > VectorMostDims)
        return wrongVectors(VectorFileWords::tr("“%1” has %2 bytes, which are not the same number of float32 for each of the %3 lines of the corpus beside it.").arg(name()).arg(m_file.size()).arg(lines));
    m_dims = int(numbers / lines);
    return {};
}

Result<std::unique_ptr<VectorFile>> VectorFile::open(const QString &path, qsizetype lines)
{
    auto vectors = std::make_unique<VectorFile>();
    vectors->m_file.setFileName(path);
    if (!vectors->m_file.open(QIODevice::ReadOnly))
        return failure(Error::Kind::Missing, VectorFileWords::tr("The vectors “%1” cannot be read.").arg(path), vectors->m_file.errorString());
    if (vectors->m_file.size() == 0)
        return wrongVectors(VectorFileWords::tr("The file of vectors “%1” is empty.").arg(path));
    vectors->m_bytes = vectors->m_file.map(0, vectors->m_file.size());
    if (!vectors->m_bytes)
        return failure(Error::Kind::Missing, VectorFileWords::tr("The vectors “%1” cannot be read.").arg(path), vectors->m_file.errorString());
    if (const auto done = vectors->readHeader(lines); !done)
        return tl::unexpected(done.error());
    return vectors;
}

std::vector<float> VectorFile::row(qsizetype index) const
{
    std::vector<float> numbers(std::size_t(m_dims), 0.0f);
    const uchar *at = m_bytes + m_begin + index * m_dims * vectorElementBytes(m_element);
    for (float &number : numbers) {
        switch (m_element) {
        case Element::Float16: {
            const quint16 bits = qFromLittleEndian<quint16>(at);
            number = float(std::bit_cast<qfloat16>(bits));
            break;
        }
        case Element::Float32:
            number = std::bit_cast<float>(qFromLittleEndian<quint32>(at));
            break;
        case Element::Float64:
            number = float(std::bit_cast<double>(qFromLittleEndian<quint64>(at)));
            break;
        }
        at += vectorElementBytes(m_element);
    }
    return numbers;
}

} // namespace qd::retrieval
