#pragma once

// Vectors that lie in a file of their own beside a corpus, one row for each of its lines:
//
//   .f32   float32, little-endian, nothing else; the dimension follows from the number of lines
//   .npy   NumPy's format 1, 2 or 3 with two axes, C order, little-endian float16, float32 or float64
//
// The file is mapped; rows come as float32 (float16 exactly, float64 rounded).

#include "core/result.h"

#include <QFile>

#include <vector>

namespace qd::retrieval {

class VectorFile
{
public:
    enum class Element { Float16, Float32, Float64 };

    // `lines` is how many rows there must be. Wrong, with the file and what was expected, else.
    static Result<std::unique_ptr<VectorFile>> open(const QString &path, qsizetype lines);

    int dims() const { return m_dims; }
    Element element() const { return m_element; }
    std::vector<float> row(qsizetype index) const;
    QString name() const { return m_file.fileName(); }

private:
    Result<> readHeader(qsizetype lines);
    Result<> readNumpyHeader(qsizetype lines);

    QFile m_file;
    const uchar *m_bytes = nullptr;
    qsizetype m_begin = 0;
    int m_dims = 0;
    Element m_element = Element::Float32;
};

// What is said of the header of an .npy file: its element, rows and columns.
struct NumpyHeader
{
    VectorFile::Element element = VectorFile::Element::Float32;
    qsizetype rows = 0, columns = 0, size = 0; // `size` in bytes, where the numbers begin
};
// The message says what is wrong, without the name of a file.
Result<NumpyHeader> readNumpy(QByteArrayView bytes);

} // namespace qd::retrieval
