#pragma once

// Random numbers that are the same on every machine: the distributions of the standard library
// differ between implementations, so the demo brings its own. Not for secrets.

#include <array>
#include <cmath>
#include <cstdint>
#include <span>

namespace qd::demo {

class Random
{
public:
    // Streams with different names are independent; the same names give the same numbers.
    explicit Random(std::uint64_t seed, std::uint64_t stream = 0, std::uint64_t substream = 0)
    {
        std::uint64_t mixed = seed * 0x9e3779b97f4a7c15ULL ^ (stream + 0x632be59bd9b4e019ULL) * 0xd1342543de82ef95ULL ^ (substream + 1) * 0x2545f4914f6cdd1dULL;
        for (std::uint64_t &word : m_state)
            word = splitMix(mixed);
    }

    // xoshiro256**
    std::uint64_t next()
    {
        const std::uint64_t result = rotated(m_state[1] * 5, 7) * 9, shifted = m_state[1] << 17;
        m_state[2] ^= m_state[0];
        m_state[3] ^= m_state[1];
        m_state[1] ^= m_state[2];
        m_state[0] ^= m_state[3];
        m_state[2] ^= shifted;
        m_state[3] = rotated(m_state[3], 45);
        return result;
    }

    double uniform() { return double(next() >> 11) * 0x1.0p-53; } // [0, 1)
    bool chance(double probability) { return uniform() < probability; }
    int below(int count) { return int(uniform() * count); }
    double between(double low, double high) { return low + (high - low) * uniform(); }

    double normal()
    {
        const double radius = std::sqrt(-2.0 * std::log(1.0 - uniform()));
        return radius * std::cos(6.283185307179586 * uniform());
    }
    // A multiplicative scatter whose median is 1.
    double scatter(double sigma) { return std::exp(sigma * normal()); }

    // Index by weight.
    int pick(std::span<const double> weights)
    {
        double sum = 0;
        for (const double weight : weights)
            sum += weight;
        double left = uniform() * sum;
        for (std::size_t i = 0; i + 1 < weights.size(); ++i) {
            left -= weights[i];
            if (left < 0)
                return int(i);
        }
        return int(weights.size()) - 1;
    }

private:
    static std::uint64_t rotated(std::uint64_t x, int by) { return (x << by) | (x >> (64 - by)); }
    static std::uint64_t splitMix(std::uint64_t &state)
    {
        std::uint64_t z = state += 0x9e3779b97f4a7c15ULL;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    }

    std::array<std::uint64_t, 4> m_state;
};

} // namespace qd::demo
