#include "widgets/theme/tokens.h"

namespace qd {

const Tokens &lightTokens()
{
    static const Tokens light{
        .window = 0xF4F5F7, .sidebar = 0xEBEDF0, .surface = 0xFFFFFF, .inset = 0xF8F9FA, .hover = 0xF0F2F4, .selected = 0xE1ECFC, .selectedOff = 0xE8EAED,
        .border = 0xDADEE3, .borderStrong = 0xBFC6CE, .field = 0x87909A, .grid = 0xE9ECEF,
        .text = 0x1B1F24, .text2 = 0x4D5661, .text3 = 0x5D6772, .disabled = 0x9AA3AD,
        .accent = 0x1A5BD0, .accentHover = 0x164EB3, .onAccent = 0xFFFFFF, .focus = 0x1A5BD0,
        .ok = 0x17713F, .okMark = 0x238A56, .okBg = 0xE3F3EA, .okCell = 0xB3D7C4,
        .warn = 0x8A5300, .warnMark = 0xBC7100, .warnBg = 0xFDF0D5,
        .crit = 0xBE241D, .critMark = 0xD5382F, .critBg = 0xFCE7E5,
        .info = 0x1A5BD0, .infoBg = 0xE5EEFC,
        .unknown = 0x5D6772, .unknownMark = 0x7B848E, .unknownBg = 0xECEEF1,
        .prod = 0xBC3606, .prodLine = 0xE8470F, .prodBg = 0xFDEBE3, .prodFill = 0xC93A0A, .onProd = 0xFFFFFF,
        .staging = 0x7A5C00, .stagingLine = 0xC79A00, .preview = 0x5B3FB5, .previewLine = 0x7A5CD6, .local = 0x4D5661, .localLine = 0x8A939D,
        .codeKeyword = 0x7A2E8C, .codeString = 0x0B6354, .codeNumber = 0x9A4A00, .codeComment = 0x5D6772, .mark = 0xFFE9A8,
        .series = {0x1A5BD0, 0xDE6300, 0x0B6354, 0x43217F, 0x2A95C4, 0xBE4079, 0x998D52, 0x4A2A17},
        .other = 0x8A939D,
        .heat = {0xDCE7F7, 0xB9D0F1, 0x8FB3E8, 0x5F90DC, 0x346CC9, 0x1B4A9C, 0x10306B},
    };
    return light;
}

const Tokens &darkTokens()
{
    static const Tokens dark{
        .window = 0x15171B, .sidebar = 0x101215, .surface = 0x1B1E24, .inset = 0x20242A, .hover = 0x252A32, .selected = 0x1E3356, .selectedOff = 0x2A2F38,
        .border = 0x2D323B, .borderStrong = 0x454C57, .field = 0x6F7985, .grid = 0x272C34,
        .text = 0xE4E7EB, .text2 = 0xABB3BD, .text3 = 0x8C96A2, .disabled = 0x5E6772,
        .accent = 0x5B95F9, .accentHover = 0x7AA9FA, .onAccent = 0x0B1424, .focus = 0x7AA9FA,
        .ok = 0x58C48E, .okMark = 0x3FAE76, .okBg = 0x16301F, .okCell = 0x2A5E44,
        .warn = 0xEDB24A, .warnMark = 0xE0A030, .warnBg = 0x382A10,
        .crit = 0xFF8A80, .critMark = 0xF2655A, .critBg = 0x401C1A,
        .info = 0x7AA9FA, .infoBg = 0x182A49,
        .unknown = 0x8C96A2, .unknownMark = 0x77818D, .unknownBg = 0x272C34,
        .prod = 0xFF8A5C, .prodLine = 0xF2561F, .prodBg = 0x3D1D10, .prodFill = 0xC4420F, .onProd = 0xFFFFFF,
        .staging = 0xE5C04A, .stagingLine = 0xD2A81E, .preview = 0xB09CF5, .previewLine = 0x8B70E8, .local = 0xABB3BD, .localLine = 0x77818D,
        .codeKeyword = 0xD79BEA, .codeString = 0x6FD0B4, .codeNumber = 0xEDB24A, .codeComment = 0x8C96A2, .mark = 0x5A4A12,
        .series = {0x5B95F9, 0xE3821F, 0x54C5A5, 0x7757CC, 0xA6E2FA, 0xBF5A86, 0xE4D080, 0x866850},
        .other = 0x69727E,
        .heat = {0x1C2A44, 0x1F3A66, 0x264F8F, 0x3A6DBD, 0x5B90E3, 0x8FB8F5, 0xD2E3FD},
    };
    return dark;
}

QColor Tokens::stateText(State state) const
{
    switch (state) {
    case State::Ok: return ok;
    case State::Warning: return warn;
    case State::Failing: return crit;
    case State::NeedsPerson: return info;
    case State::Unknown: break;
    }
    return unknown;
}

QColor Tokens::stateMark(State state) const
{
    switch (state) {
    case State::Ok: return okMark;
    case State::Warning: return warnMark;
    case State::Failing: return critMark;
    case State::NeedsPerson: return accent;
    case State::Unknown: break;
    }
    return unknownMark;
}

QColor Tokens::stateGround(State state) const
{
    switch (state) {
    case State::Ok: return okBg;
    case State::Warning: return warnBg;
    case State::Failing: return critBg;
    case State::NeedsPerson: return infoBg;
    case State::Unknown: break;
    }
    return unknownBg;
}

QColor Tokens::environmentLine(Environment environment) const
{
    switch (environment) {
    case Environment::Production: return prodLine;
    case Environment::Staging: return stagingLine;
    case Environment::Preview: return previewLine;
    case Environment::Local: break;
    }
    return localLine;
}

QColor Tokens::environmentText(Environment environment) const
{
    switch (environment) {
    case Environment::Production: return prod;
    case Environment::Staging: return staging;
    case Environment::Preview: return preview;
    case Environment::Local: break;
    }
    return local;
}

} // namespace qd
