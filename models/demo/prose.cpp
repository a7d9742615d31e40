#include "demo/prose.h"

namespace qd::demo {

const std::vector<Subject> &engineeringSubjects()
{
    static const std::vector<Subject> subjects{
        {"flanged joints", "flange", {"gasket", "bolt circle", "raised face", "stud", "hub"}, {"seating stress", "bolt torque", "face roughness", "rated pressure", "flange thickness"}, {"MPa", "N m", "µm", "bar", "mm"}, {"tighten", "inspect", "re-face", "replace"}},
        {"seamless pipe", "pipe", {"pipe wall", "weld end", "mill scale", "bevel", "heat number"}, {"yield strength", "tensile strength", "wall thickness", "elongation", "hardness"}, {"MPa", "MPa", "mm", "%", "HRC"}, {"hydrotest", "bevel", "mark", "anneal"}},
        {"pressure vessels", "vessel", {"shell", "nozzle", "manway", "head", "saddle"}, {"design pressure", "corrosion allowance", "joint efficiency", "test pressure", "metal temperature"}, {"bar", "mm", "%", "bar", "°C"}, {"drain", "enter", "test", "re-rate"}},
        {"welding procedures", "weld", {"root pass", "filler metal", "heat-affected zone", "backing strip", "electrode"}, {"preheat temperature", "interpass temperature", "heat input", "welding current", "impact energy"}, {"°C", "°C", "kJ/mm", "A", "J"}, {"qualify", "grind", "radiograph", "repair"}},
        {"control valves", "valve", {"plug", "seat ring", "actuator", "packing box", "positioner"}, {"flow coefficient", "leakage rate", "stroke time", "shut-off pressure", "supply pressure"}, {"m³/h", "ml/min", "s", "bar", "bar"}, {"stroke", "calibrate", "lap", "bypass"}},
        {"structural bolting", "bolt", {"nut", "washer", "thread", "shank", "bolt head"}, {"proof load", "preload", "turn of the nut", "slip factor", "grip length"}, {"kN", "kN", "degrees", "%", "mm"}, {"pretension", "lubricate", "count", "reject"}},
        {"heat exchangers", "exchanger", {"tube bundle", "tube sheet", "baffle", "floating head", "channel"}, {"fouling factor", "tube pitch", "shell pressure", "approach temperature", "heat duty"}, {"m² K/kW", "mm", "bar", "K", "kW"}, {"pull", "plug", "clean", "retube"}},
        {"storage tanks", "tank", {"floor plate", "roof seal", "annular ring", "shell course", "vent"}, {"filling height", "settlement", "plate thickness", "vent capacity", "product density"}, {"m", "mm", "mm", "m³/h", "kg/m³"}, {"gauge", "degas", "survey", "strap"}},
        {"centrifugal pumps", "pump", {"impeller", "mechanical seal", "wear ring", "bearing housing", "coupling"}, {"suction head", "vibration velocity", "seal leakage", "shaft runout", "efficiency"}, {"m", "mm/s", "ml/h", "µm", "%"}, {"prime", "align", "balance", "throttle"}},
        {"reciprocating compressors", "compressor", {"piston rod", "crosshead", "suction valve", "cylinder liner", "pulsation bottle"}, {"rod load", "discharge temperature", "clearance volume", "rod drop", "lubricant flow"}, {"kN", "°C", "%", "mm", "drops/min"}, {"load", "unload", "overhaul", "purge"}},
        {"thermal insulation", "insulation", {"cladding", "vapour barrier", "support ring", "expansion joint", "mineral wool"}, {"layer thickness", "surface temperature", "thermal conductivity", "bulk density", "moisture content"}, {"mm", "°C", "mW/(m K)", "kg/m³", "%"}, {"strip", "wrap", "seal", "survey"}},
        {"protective coatings", "coating", {"primer", "intermediate coat", "finish coat", "edge", "blast profile"}, {"film thickness", "surface profile", "dew-point margin", "adhesion", "curing time"}, {"µm", "µm", "K", "MPa", "h"}, {"blast", "stripe", "measure", "touch up"}},
        {"non-destructive testing", "test", {"calibration block", "penetrant", "film", "probe", "indication"}, {"film density", "scan overlap", "dwell time", "field strength", "defect length"}, {"units", "%", "min", "kA/m", "mm"}, {"calibrate", "interpret", "repeat", "record"}},
        {"instrument tubing", "tube", {"ferrule", "impulse line", "isolation valve", "tube clamp", "manifold"}, {"bend radius", "slope", "clamp spacing", "tube hardness", "leak rate"}, {"mm", "%", "mm", "HV", "ml/h"}, {"bend", "flush", "purge", "label"}},
        {"pipe supports", "support", {"guide", "anchor", "spring hanger", "shoe", "trunnion"}, {"support span", "hot load", "travel", "load variation", "gap"}, {"m", "kN", "mm", "%", "mm"}, {"shim", "lock", "adjust", "weld"}},
    };
    return subjects;
}

const std::vector<Subject> &studySubjects()
{
    static const std::vector<Subject> subjects{
        {"photosynthesis", "leaf", {"chloroplast", "stoma", "pigment", "thylakoid", "stroma"}, {"light intensity", "carbon dioxide uptake", "leaf temperature", "oxygen output", "water loss"}, {"lux", "ml/h", "°C", "ml/h", "g/h"}, {"shade", "water", "weigh", "stain"}},
        {"momentum and collisions", "cart", {"spring bumper", "track", "light gate", "rubber band", "brick"}, {"speed", "momentum", "kinetic energy", "impact time", "friction"}, {"m/s", "kg m/s", "J", "ms", "N"}, {"push", "time", "load", "stop"}},
        {"electric circuits", "circuit", {"resistor", "battery", "lamp", "switch", "fuse"}, {"resistance", "current", "voltage", "power", "charge"}, {"ohm", "A", "V", "W", "C"}, {"measure", "bridge", "open", "dim"}},
        {"cell division", "cell", {"spindle", "chromosome", "membrane", "centriole", "nucleus"}, {"duration", "cell diameter", "chromosome count", "division rate", "temperature"}, {"min", "µm", "pieces", "per day", "°C"}, {"draw", "stain", "count", "compare"}},
        {"acids and bases", "solution", {"indicator", "burette", "salt", "buffer", "flask"}, {"concentration", "pH change", "titration volume", "temperature rise", "reaction time"}, {"mol/l", "steps", "ml", "K", "s"}, {"dilute", "titrate", "stir", "neutralise"}},
        {"linear equations", "line", {"slope", "intercept", "coordinate", "graph", "coefficient"}, {"gradient", "distance", "error", "range", "step"}, {"units", "units", "%", "units", "units"}, {"plot", "solve", "shift", "check"}},
        {"trade and towns of the Middle Ages", "town", {"guild", "market", "harbour", "wall", "council"}, {"population", "toll", "fair length", "grain price", "distance to the sea"}, {"thousand", "pence", "days", "pence", "miles"}, {"found", "tax", "fortify", "supply"}},
        {"weather and climate", "station", {"barometer", "rain gauge", "cloud base", "front", "wind vane"}, {"air pressure", "rainfall", "humidity", "wind speed", "temperature range"}, {"hPa", "mm", "%", "km/h", "K"}, {"read", "plot", "forecast", "average"}},
        {"essay writing", "essay", {"thesis", "paragraph", "quotation", "conclusion", "outline"}, {"length", "number of sources", "time for revision", "sentence length", "share of quotations"}, {"words", "books", "min", "words", "%"}, {"plan", "draft", "shorten", "proofread"}},
        {"probability", "experiment", {"coin", "die", "tree diagram", "sample", "urn"}, {"relative frequency", "sample size", "expected value", "spread", "number of trials"}, {"%", "draws", "points", "points", "throws"}, {"repeat", "tabulate", "simulate", "predict"}},
        {"human circulation", "heart", {"valve", "artery", "capillary", "vein", "pulse"}, {"heart rate", "blood pressure", "stroke volume", "recovery time", "oxygen share"}, {"per min", "mmHg", "ml", "min", "%"}, {"count", "rest", "exercise", "sketch"}},
        {"waves and sound", "wave", {"crest", "string", "tuning fork", "echo", "resonance tube"}, {"frequency", "wavelength", "amplitude", "speed of sound", "echo delay"}, {"Hz", "cm", "mm", "m/s", "ms"}, {"pluck", "damp", "measure", "tune"}},
    };
    return subjects;
}

const std::vector<Subject> &officeSubjects()
{
    static const std::vector<Subject> subjects{
        {"invoice approval", "invoice", {"cost centre", "purchase order", "payment run", "reminder", "archive"}, {"approval time", "discount", "error share", "number of invoices", "handling cost"}, {"days", "%", "%", "per month", "euros"}, {"approve", "match", "scan", "dispute"}},
        {"customer support", "ticket", {"inbox", "first answer", "escalation", "macro", "satisfaction survey"}, {"answer time", "backlog", "reopening share", "tickets per agent", "cost of a ticket"}, {"hours", "tickets", "%", "per day", "euros"}, {"triage", "answer", "close", "reopen"}},
        {"recruiting", "application", {"job posting", "interview", "reference check", "offer", "onboarding plan"}, {"time to hire", "applications per posting", "offer acceptance", "interview length", "cost of a hire"}, {"days", "pieces", "%", "min", "euros"}, {"screen", "invite", "reject", "onboard"}},
        {"inventory", "warehouse", {"shelf", "reorder level", "pick list", "returns desk", "stock count"}, {"stock turn", "picking time", "count difference", "order size", "shelf use"}, {"per year", "min", "%", "pieces", "%"}, {"pick", "count", "restock", "ship"}},
        {"sales forecasting", "forecast", {"pipeline", "quote", "spreadsheet", "region", "renewal"}, {"forecast error", "win rate", "quote time", "renewal share", "deal size"}, {"%", "%", "days", "%", "euros"}, {"update", "review", "export", "explain"}},
        {"document filing", "contract", {"folder", "clause", "signature", "retention period", "search index"}, {"search time", "number of contracts", "missing signatures", "retention", "page count"}, {"min", "pieces", "%", "years", "pages"}, {"file", "sign", "find", "shred"}},
    };
    return subjects;
}

QByteArray Prose::value(int property)
{
    const double number = m_random.scatter(0.8) * 40;
    const QByteArray digits = number < 10 ? QByteArray::number(number, 'f', 1) : QByteArray::number(qRound(number));
    return digits + ' ' + m_subject.units[property];
}

// %s subject, %t thing, %p the part, %o another part, %q the property, %v its value, %w a higher one,
// %a an act, %n a number, %r a reference.
QByteArray Prose::filled(const char *pattern)
{
    QByteArray text;
    for (const char *c = pattern; *c; ++c) {
        if (*c != '%') {
            text += *c;
            continue;
        }
        switch (*++c) {
        case 's': text += m_subject.name; break;
        case 't': text += m_subject.thing; break;
        case 'p': text += m_subject.parts[m_part]; break;
        case 'o': text += m_subject.parts[(m_part + 1 + m_random.below(4)) % 5]; break;
        case 'q': text += m_subject.properties[m_property]; break;
        case 'x': text += m_subject.properties[(m_property + 1 + m_random.below(4)) % 5]; break;
        case 'v': text += value(m_property); break;
        case 'w': text += value(m_random.below(5)); break;
        case 'a': text += m_subject.acts[m_random.below(4)]; break;
        case 'n': text += QByteArray::number(2 + m_random.below(40)); break;
        case 'r': text += QByteArray::number(1 + m_random.below(9)) + '.' + QByteArray::number(1 + m_random.below(12)); break;
        default: break;
        }
    }
    return text;
}

QByteArray Prose::sentence()
{
    static const char *const patterns[] = {
        "The %q of the %p shall be at least %v, measured before anybody begins to %a the %t.",
        "If the %q falls below %v, the %p is checked again together with the %o.",
        "Experience with %s shows that the %p fails first where the %q was never written down.",
        "For the %p a %q of %v is usual; values above %w need a reason in writing.",
        "Do not %a the %t while the %o is still in use.",
        "The %o and the %p are looked at together, because one hides the faults of the other.",
        "A record of the %q is kept for %n months and names who took it.",
        "Section %r tells how to %a the %t when the %o is missing.",
        "Between two readings of the %q at least %n minutes pass, so that the %p can settle.",
        "The %x matters less here than the %q, which changes with every new %o.",
        "Where the %p was replaced, the first reading of the %q is taken after %n hours.",
        "Nobody should %a the %t alone; a second person watches the %o.",
        "Compare the %q with that of the last %n readings before you decide.",
        "A %p without a mark is treated as unknown and does not count.",
        "The table in section %r lists the %q and the %x for common sizes of the %p.",
        "Typical mistakes are a %p in the wrong place, a forgotten %o, and a %q that was guessed.",
        "When the %x rises to %w, the %q drops, and it is time to %a the %t.",
        "It is cheaper to %a the %t once a year than to lose a %p.",
        "The supplier states a %q of %v, but only for a new %o.",
        "After %n cycles the %q of the %p may differ by a tenth from the first value.",
        "One in %n cases shows a crack near the %p, usually hidden by the %o.",
        "All values of the %q refer to a clean %p at room temperature.",
    };
    return filled(patterns[m_random.below(int(std::size(patterns)))]);
}

Prose::Passage Prose::passage(int sentences)
{
    m_part = m_random.below(5);
    m_property = m_random.below(5);
    static const char *const openings[] = {
        "This part is about the %q of the %p in %s.",
        "For %s the %q of the %p decides how long the %t lasts.",
        "The %q describes how well the %p does its work in the %t.",
        "Whoever works with %s needs to know the %q of the %p.",
    };
    static const char *const questions[] = {
        "What is the %q of the %p?",
        "Which %q does the %p of a %t need?",
        "How is the %q of the %p checked?",
        "When should I %a the %t because of its %q?",
        "%q limits for the %p in %s",
    };
    Passage passage;
    passage.heading = filled("%q of the %p");
    passage.heading[0] = char(toupper(passage.heading[0]));
    passage.text = filled(openings[m_random.below(4)]);
    for (int i = 1; i < sentences; ++i)
        passage.text += ' ' + sentence();
    passage.question = filled(questions[m_random.below(5)]);
    return passage;
}

} // namespace qd::demo
