#pragma once

// Production's own search as SQL: a call of its function, or the application's statement, with what is
// asked put in; and the statement inside a function, which is what the planner has to be asked about.
// No database in here.

#include "core/result.h"
#include "deployments/retrievalprofile.h"

#include <QJsonObject>

#include <optional>
#include <vector>

namespace qd::capture {

// What a search is asked. What is left out takes the function's default.
struct SearchInput
{
    std::vector<float> embedding = {};
    QString text = {};
    std::optional<int> limit = {};
    std::optional<double> threshold = {}, textWeight = {}, vectorWeight = {};
    std::optional<QString> user = {};
    QStringList documents = {};
};

struct FunctionParameter
{
    QString name, type;      // as format_type() prints it
    QString fallback;        // SQL; empty: it has to be given
};

// A function as the catalogs know it.
struct SearchFunction
{
    QString schema, name, source, body, language;
    QList<FunctionParameter> parameters; // inputs
    QStringList settings;    // its own, "hnsw.ef_search=100"
    bool mayExecute = true, mayUseSchema = true;

    const FunctionParameter *parameter(const QString &wanted) const;
    bool isSecurityDefiner() const;
};
// From the answer of capture_definitions.sql; functions with most parameters first.
QList<SearchFunction> functionsFrom(const QJsonObject &definitions);
// The one that takes all the arguments the profile names; null: none.
const SearchFunction *functionFor(const RetrievalSearch &search, const QList<SearchFunction> &functions);

// How the server's embeddings are written and typed: '[1,2]'::"extensions"."vector", '{1,2}'::real[].
struct EmbeddingType
{
    QByteArray name = "vector";
    bool isArray = false;
    QByteArray literal(const std::vector<float> &embedding) const;
};

// "public"."search"("a" => …, …), or the statement in brackets: something to select from.
// Missing: the function is not there; Refused: the grant; Wrong: it needs what was not given.
Result<QByteArray> searchCall(const RetrievalSearch &search, const SearchFunction *function, const EmbeddingType &type, const SearchInput &input, const QString &role);
// What to explain: the statement inside the function, with constants in the place of its parameters.
// Nothing where it cannot be told apart.
std::optional<QByteArray> searchInside(const RetrievalSearch &search, const SearchFunction *function, const EmbeddingType &type, const SearchInput &input);

// A number that a default is written as: 0.7, '0.7'::double precision.
std::optional<double> numberOfDefault(const QString &sql);

} // namespace qd::capture
