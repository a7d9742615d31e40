#include "deployments/tomlfile.h"

#include <QCoreApplication>

#include <toml++/toml.h>

#include <sstream>

namespace qd {

namespace {

struct TomlSyntaxWords
{
    Q_DECLARE_TR_FUNCTIONS(Toml)
};

QString tomlString(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

TomlValue valueOf(const toml::node &node)
{
    TomlValue value;
    value.line = int(node.source().begin.line);
    if (const auto *table = node.as_table()) {
        value.kind = TomlValue::Kind::Table;
        for (const auto &[key, child] : *table)
            value.keys.insert(tomlString(key.str()), valueOf(child));
    } else if (const auto *array = node.as_array()) {
        value.kind = TomlValue::Kind::List;
        for (const toml::node &child : *array)
            value.items << valueOf(child);
    } else if (const auto text = node.value_exact<std::string>()) {
        value.kind = TomlValue::Kind::Text;
        value.text = tomlString(*text);
    } else if (const auto integer = node.value_exact<int64_t>()) {
        value.kind = TomlValue::Kind::Integer;
        value.integer = *integer;
        value.number = double(*integer);
    } else if (const auto number = node.value_exact<double>()) {
        value.kind = TomlValue::Kind::Number;
        value.number = *number;
    } else if (const auto flag = node.value_exact<bool>()) {
        value.kind = TomlValue::Kind::Flag;
        value.flag = *flag;
    } else {
        std::ostringstream other; // dates and times: we have no use for them, but carry them over
        node.visit([&other](const auto &real) {
            if constexpr (!toml::is_table<decltype(real)> && !toml::is_array<decltype(real)>)
                other << real;
        });
        value.text = QString::fromStdString(other.str());
    }
    return value;
}

} // namespace

tl::expected<TomlValue, TomlProblem> parsedToml(const QByteArray &toml)
{
    try {
        return valueOf(toml::parse(std::string_view(toml.constData(), size_t(toml.size()))));
    } catch (const toml::parse_error &error) {
        return tl::unexpected(TomlProblem{int(error.source().begin.line),
                                          TomlSyntaxWords::tr("This is not valid TOML: %1.").arg(tomlString(error.description()))});
    }
}

} // namespace qd
