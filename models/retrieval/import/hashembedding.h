#pragma once

// An embedding that needs no model, for the demo, the simulator and the sample corpus: features of a
// text are hashed to places and signs of a vector (Weinberger et al., 2009). It knows which words are
// there and which stand side by side, and nothing of what they mean; it is never used for anybody's
// own corpus and always carries its own name, `demo-hash-1536`.

#include "retrieval/text/analyzer.h"

#include <QString>

#include <string_view>
#include <vector>

namespace qd::retrieval {

// The same text has the same bits on every machine: sums are made in a fixed order and with nothing
// but the operations that IEEE 754 rounds exactly. Not for two threads at a time.
class HashEmbedding
{
public:
    HashEmbedding();

    // `dims` numbers of length one. A text without a single word has no direction: all are 0.
    std::vector<float> of(std::string_view utf8, int dims);

    // "demo-hash-1536"
    static QString model(int dims);
    // The dimensions of a model of this kind, or 0 for a model of another.
    static int dimsOf(const QString &model);

private:
    struct Feature
    {
        std::string name;
        double weight = 0;
        int count = 0;
    };
    void collect(std::string_view utf8);
    void add(std::string name, double weight);

    Analyzer m_analyzer;
    std::vector<Feature> m_features;
};

} // namespace qd::retrieval
