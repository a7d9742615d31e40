#include "retrieval/text/bm25.h"

#include "retrieval/text/bm25search.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <functional>

namespace qd::retrieval {
namespace {

// SmallFloat.longToInt4 and back (Lucene): four significant bits.
quint32 toFourBits(quint32 value)
{
    const int bits = std::bit_width(value);
    if (bits < 4)
        return value;
    const int shift = bits - 4;
    return (value >> shift & 7) | quint32(shift + 1) << 3;
}

quint32 fromFourBits(quint32 encoded)
{
    const quint32 bits = encoded & 7;
    const int shift = int(encoded >> 3) - 1;
    return shift < 0 ? bits : (bits | 8) << shift;
}

constexpr quint32 exactLengths = 24;

} // namespace

quint8 Bm25::lengthByte(quint32 length)
{
    return quint8(length < exactLengths ? length : exactLengths + toFourBits(length - exactLengths));
}

quint32 Bm25::lengthOfByte(quint8 byte)
{
    return byte < exactLengths ? byte : exactLengths + fromFourBits(byte - exactLengths);
}

Bm25::Bm25(const TextIndex &index, const Bm25Form &form)
    : m_index(index), m_form(form)
{
    qint64 total = 0;
    for (quint32 document = 0; document < quint32(index.documentCount()); ++document) {
        const auto length = quint32(index.size(document).length);
        m_lengths.push_back(length);
        m_lengthBytes.push_back(lengthByte(length));
        m_count += length > 0;
        total += length;
    }
    m_averageLength = m_count > 0 ? double(total) / double(m_count) : 0;
    const auto average = float(m_averageLength);
    for (int byte = 0; byte < 256; ++byte) {
        const auto length = float(lengthOfByte(quint8(byte)));
        const float norm = m_form.k1 * ((1.0f - m_form.b) + m_form.b * length / average);
        m_byteNorms[std::size_t(byte)] = m_form.kind == Bm25Form::Kind::Lucene ? 1.0f / norm : norm;
    }
    const std::size_t lexemes = std::size_t(index.lexemeCount());
    m_windowsOf.assign(lexemes, Bm25Search::noWindows);
    m_denseOf.assign(lexemes, Bm25Search::noWindows);
    m_greatest.assign(lexemes, 0);
    m_tenth.assign(lexemes, 0);
    const std::size_t windows = (m_lengths.size() + Bm25Search::windowSize - 1) / Bm25Search::windowSize;
    std::vector<float> sorted;
    for (int lexeme = 0; lexeme < index.lexemeCount(); ++lexeme) {
        const auto documents = index.documentsOf(lexeme);
        const quint32 first = index.firstPosting(lexeme);
        for (std::size_t i = 0; i < documents.size(); ++i)
            m_shares.push_back(share(index.frequency(first + quint32(i)), documents[i]));
        const auto shares = std::span(m_shares).subspan(first, documents.size());
        m_greatest[std::size_t(lexeme)] = shares.empty() ? 0 : *std::max_element(shares.begin(), shares.end());
        if (shares.size() >= 10) {
            sorted.assign(shares.begin(), shares.end());
            std::nth_element(sorted.begin(), sorted.begin() + 9, sorted.end(), std::greater<>());
            m_tenth[std::size_t(lexeme)] = sorted[9];
        }
        if (documents.size() * Bm25Search::denseShare > m_lengths.size())
            addDense(lexeme);
        if (documents.size() < Bm25Search::rareLexeme)
            continue;
        m_windowsOf[std::size_t(lexeme)] = quint32(m_windows.size());
        std::size_t at = 0;
        for (std::size_t window = 0; window <= windows; ++window) {
            m_windows.push_back({quint32(at), 0});
            for (; at < documents.size() && documents[at] / Bm25Search::windowSize == window; ++at)
                m_windows.back().greatest = std::max(m_windows.back().greatest, shares[at]);
        }
    }
}

void Bm25::addDense(int lexeme)
{
    const std::size_t words = (m_lengths.size() + 63) / 64, begin = m_denseBits.size();
    m_denseOf[std::size_t(lexeme)] = quint32(begin);
    m_denseBits.resize(begin + words);
    m_denseCounts.resize(begin + words);
    for (const quint32 document : m_index.documentsOf(lexeme))
        m_denseBits[begin + document / 64] |= quint64(1) << document % 64;
    for (std::size_t word = 1; word < words; ++word)
        m_denseCounts[begin + word] = m_denseCounts[begin + word - 1] + quint32(std::popcount(m_denseBits[begin + word - 1]));
}

double Bm25::idf(int lexeme) const
{
    const double n = double(m_index.documentsOf(lexeme).size()), all = double(m_count);
    switch (m_form.kind) {
    case Bm25Form::Kind::Lucene: return double(float(std::log(1 + (all - n + 0.5) / (n + 0.5))));
    case Bm25Form::Kind::Tantivy: return double(std::log(1.0f + (float(all - n) + 0.5f) / (float(n) + 0.5f)));
    case Bm25Form::Kind::PgTextSearch: return std::log(1 + (all - n + 0.5) / (n + 0.5));
    case Bm25Form::Kind::Atire: return std::log(all / n);
    case Bm25Form::Kind::Plus: return std::log((all + 1) / n);
    }
    Q_UNREACHABLE();
}

// What a term adds to a document, in the form's own steps and precision.
double Bm25::exactScore(double idf, quint32 frequency, quint32 document) const
{
    const double k1 = double(m_form.k1);
    switch (m_form.kind) {
    case Bm25Form::Kind::Lucene: {
        const auto weight = float(idf);
        return double(weight - weight / (1.0f + float(frequency) * m_byteNorms[m_lengthBytes[document]]));
    }
    case Bm25Form::Kind::Tantivy: {
        const float weight = float(idf) * (1.0f + m_form.k1);
        return double(weight * (float(frequency) / (float(frequency) + m_byteNorms[m_lengthBytes[document]])));
    }
    default: {
        const double norm = k1 * (1 - double(m_form.b) + double(m_form.b) * double(m_lengths[document]) / m_averageLength);
        const double part = double(frequency) * (k1 + 1) / (double(frequency) + norm);
        return idf * (m_form.kind == Bm25Form::Kind::Plus ? part + double(m_form.delta) : part);
    }
    }
}

// The same with idf 1, near enough to find out who has to be looked at.
float Bm25::share(quint32 frequency, quint32 document) const
{
    return float(exactScore(1.0, frequency, document));
}

float Bm25::score(std::span<const Bm25Part> parts) const
{
    if (m_form.kind == Bm25Form::Kind::Tantivy) {
        float sum = 0;
        for (const Bm25Part &part : parts)
            sum += float(part.score);
        return sum;
    }
    double sum = 0;
    for (const Bm25Part &part : parts)
        sum += part.score;
    return float(sum);
}

std::vector<Bm25Part> Bm25::explain(std::span<const std::string_view> lexemes, quint32 document) const
{
    std::vector<Bm25Part> parts;
    for (const std::string_view text : lexemes) {
        Bm25Part part;
        part.lexeme = m_index.find(text);
        const bool keepsByte = m_form.kind == Bm25Form::Kind::Lucene || m_form.kind == Bm25Form::Kind::Tantivy;
        part.length = keepsByte ? lengthOfByte(m_lengthBytes[document]) : m_lengths[document];
        if (part.lexeme >= 0) {
            part.idf = idf(part.lexeme);
            const auto documents = m_index.documentsOf(part.lexeme);
            const auto found = std::lower_bound(documents.begin(), documents.end(), document);
            if (found != documents.end() && *found == document) {
                part.frequency = m_index.frequency(m_index.firstPosting(part.lexeme) + quint32(found - documents.begin()));
                part.score = exactScore(part.idf, part.frequency, document);
            }
        }
        parts.push_back(part);
    }
    return parts;
}

std::vector<TextHit> Bm25::best(std::span<const std::string_view> lexemes, int limit, const DocumentFilter &filter) const
{
    return Bm25Search(*this, lexemes, limit, filter).run();
}

std::vector<TextHit> Bm25::best(std::string_view text, Analyzer &analyzer, int limit, const DocumentFilter &filter) const
{
    std::vector<std::string_view> lexemes;
    for (const AnalysedWord &word : analyzer.words(text))
        lexemes.push_back(word.lexeme);
    return best(lexemes, limit, filter);
}

} // namespace qd::retrieval
