#include "retrieval/import/manualpage.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>
#include <QXmlStreamReader>

namespace qd::retrieval {

namespace {

struct ManualWords
{
    Q_DECLARE_TR_FUNCTIONS(Manual)
};

bool isManualBlock(QStringView element)
{
    static const QSet<QString> blocks{QStringLiteral("p"), QStringLiteral("pre"), QStringLiteral("div"), QStringLiteral("dl"), QStringLiteral("dt"), QStringLiteral("dd"), QStringLiteral("ul"), QStringLiteral("ol"), QStringLiteral("li"),
        QStringLiteral("table"), QStringLiteral("tr"), QStringLiteral("td"), QStringLiteral("th"), QStringLiteral("blockquote"), QStringLiteral("hr"), QStringLiteral("h1"), QStringLiteral("h2"), QStringLiteral("h3"), QStringLiteral("h4"),
        QStringLiteral("h5"), QStringLiteral("h6")};
    return blocks.contains(element.toString());
}

bool isManualSection(QStringView divClass)
{
    static const QSet<QString> sections{QStringLiteral("sect1"), QStringLiteral("sect2"), QStringLiteral("sect3"), QStringLiteral("sect4"), QStringLiteral("sect5"), QStringLiteral("simplesect"), QStringLiteral("refentry"),
        QStringLiteral("refsynopsisdiv"), QStringLiteral("refsect1"), QStringLiteral("refsect2"), QStringLiteral("refsect3"), QStringLiteral("chapter"), QStringLiteral("appendix"), QStringLiteral("part"), QStringLiteral("reference"),
        QStringLiteral("preface"), QStringLiteral("bibliography"), QStringLiteral("glossary"), QStringLiteral("legalnotice"), QStringLiteral("book")};
    return sections.contains(divClass.toString());
}

bool isHeadingElement(QStringView element)
{
    return element.size() == 2 && element[0] == QLatin1Char('h') && element[1].isDigit();
}

// DocBook's own ids count elements and change with every edition.
bool isAuthorsId(const QString &id)
{
    static const QRegularExpression counted(QStringLiteral("^id-?[0-9.]+$"));
    return !id.isEmpty() && !counted.match(id).hasMatch();
}

} // namespace

class ManualReader
{
public:
    ManualReader(QIODevice *device, ManualPage &page) : m_xml(device), m_page(page) {}
    bool read();
    QString problem() const { return QStringLiteral("%1:%2: %3").arg(m_xml.lineNumber()).arg(m_xml.columnNumber()).arg(m_xml.errorString()); }

private:
    struct Open
    {
        int section;
        int depth;   // of the element that opened it
        bool isTerm; // then of its list
    };

    void begin();
    void end();
    void beginBlock(QStringView element, const QString &kind, const QString &id);
    void readNavigation();
    void openSection(const QString &id, int depth, bool isTerm);
    void closeSection();
    void closeTermsOf(int listDepth);
    void nameSection(int section, const QString &title);
    void flush(ManualBlock::Kind kind);
    void emitBlock(ManualBlock::Kind kind, const QString &text);

    QXmlStreamReader m_xml;
    ManualPage &m_page;
    QString m_inline;
    QString m_row;
    int m_depth = 0, m_pre = 0, m_rows = 0;
    bool m_isBody = false;
    QList<int> m_lists; // depths of the open <dl>
    QList<Open> m_open;
    ManualBlock::Kind m_kind = ManualBlock::Kind::Text;
    QSet<QString> m_anchors;
};

bool ManualReader::read()
{
    while (!m_xml.atEnd()) {
        switch (m_xml.readNext()) {
        case QXmlStreamReader::StartElement:
            begin();
            break;
        case QXmlStreamReader::EndElement:
            end();
            break;
        case QXmlStreamReader::Characters:
            if (m_isBody)
                m_inline += m_xml.text();
            break;
        default:
            break;
        }
    }
    flush(ManualBlock::Kind::Text);
    while (!m_open.isEmpty())
        closeSection();
    return !m_xml.hasError();
}

void ManualReader::begin()
{
    const QStringView element = m_xml.name();
    const QXmlStreamAttributes attributes = m_xml.attributes();
    const QString kind = attributes.value(QLatin1String("class")).toString(), id = attributes.value(QLatin1String("id")).toString();
    if (element == QLatin1String("title")) {
        m_page.title = m_xml.readElementText(QXmlStreamReader::IncludeChildElements).simplified();
        return;
    }
    if (element == QLatin1String("div") && kind == QLatin1String("navheader"))
        return readNavigation();
    if ((element == QLatin1String("div") && (kind == QLatin1String("navfooter") || kind == QLatin1String("toc"))) || (element == QLatin1String("a") && kind == QLatin1String("id_link")))
        return m_xml.skipCurrentElement();
    ++m_depth;
    if (element == QLatin1String("link") && attributes.value(QLatin1String("rel")) == QLatin1String("next"))
        m_page.next = attributes.value(QLatin1String("href")).toString().section(QLatin1Char('.'), 0, -2);
    else if (element == QLatin1String("body"))
        m_isBody = true;
    else if (element == QLatin1String("br"))
        m_inline += QLatin1Char('\n');
    else if (isManualBlock(element))
        beginBlock(element, kind, id);
}

void ManualReader::beginBlock(QStringView element, const QString &kind, const QString &id)
{
    flush(m_kind);
    m_kind = ManualBlock::Kind::Text;
    if (element == QLatin1String("div") && isManualSection(kind)) {
        if (m_open.isEmpty())
            m_page.kind = kind == QLatin1String("refentry") ? QStringLiteral("reference") : kind == QLatin1String("appendix") || kind == QLatin1String("part") || kind == QLatin1String("preface") ? kind : QStringLiteral("chapter");
        openSection(id, m_depth, false);
    } else if (element == QLatin1String("dl")) {
        m_lists << m_depth;
    } else if (element == QLatin1String("dt")) {
        m_kind = ManualBlock::Kind::Term;
        closeTermsOf(m_lists.value(m_lists.size() - 1));
        if (isAuthorsId(id))
            openSection(id, m_lists.value(m_lists.size() - 1), true);
    } else if (element == QLatin1String("pre")) {
        m_kind = ManualBlock::Kind::Code;
        ++m_pre;
    } else if (element == QLatin1String("tr")) {
        if (m_rows++ == 0)
            m_row.clear();
    } else if (element == QLatin1String("td") || element == QLatin1String("th")) {
        if (!m_row.isEmpty())
            m_row += QStringLiteral(" | ");
    } else if (isHeadingElement(element)) {
        m_kind = ManualBlock::Kind::Heading;
    } else if (element == QLatin1String("p") && kind == QLatin1String("title")) {
        m_kind = ManualBlock::Kind::Term; // of a table or an example: stays with what follows
    }
}

void ManualReader::end()
{
    const QStringView element = m_xml.name();
    if (isManualBlock(element)) {
        flush(m_kind);
        m_kind = ManualBlock::Kind::Text;
        if (element == QLatin1String("pre")) {
            --m_pre;
        } else if (element == QLatin1String("tr") && --m_rows == 0) {
            emitBlock(ManualBlock::Kind::Row, m_row);
            m_row.clear();
        } else if (element == QLatin1String("dl")) {
            closeTermsOf(m_depth);
            m_lists.removeLast();
        } else if (element == QLatin1String("div") && !m_open.isEmpty() && !m_open.last().isTerm && m_open.last().depth == m_depth) {
            closeSection();
        }
    }
    --m_depth;
}

// The line above the page names what it stands in, and the page itself.
void ManualReader::readNavigation()
{
    int depth = 1;
    while (depth > 0 && !m_xml.atEnd()) {
        const auto token = m_xml.readNext();
        if (token == QXmlStreamReader::EndElement) {
            --depth;
        } else if (token == QXmlStreamReader::StartElement) {
            ++depth;
            if (m_xml.name() == QLatin1String("th") && m_xml.attributes().value(QLatin1String("width")) == QLatin1String("60%")) {
                m_page.chapter = m_xml.readElementText(QXmlStreamReader::IncludeChildElements).simplified();
                --depth;
            }
        }
    }
}

void ManualReader::openSection(const QString &id, int depth, bool isTerm)
{
    ManualSection section;
    section.begin = -1;
    section.isTerm = isTerm;
    if (isAuthorsId(id)) {
        section.anchor = id;
        m_anchors.insert(id);
    }
    m_page.sections << section;
    m_open << Open{int(m_page.sections.size()) - 1, depth, isTerm};
}

void ManualReader::closeSection()
{
    ManualSection &section = m_page.sections[m_open.takeLast().section];
    section.end = m_page.text.size();
    if (section.begin < 0)
        section.begin = section.end;
}

void ManualReader::closeTermsOf(int listDepth)
{
    while (!m_open.isEmpty() && m_open.last().isTerm && m_open.last().depth >= listDepth)
        closeSection();
}

void ManualReader::nameSection(int number, const QString &title)
{
    static const QRegularExpression count(QStringLiteral("^(Chapter |Appendix |Part )?[0-9A-Z]+(\\.[0-9]+)*\\.\\s+")), notName(QStringLiteral("[^a-z0-9]+"));
    ManualSection &section = m_page.sections[number];
    section.title = title;
    QString name = QString(title).remove(count).toLower().replace(notName, QStringLiteral("-"));
    while (name.endsWith(QLatin1Char('-')))
        name.chop(1);
    if (name.isEmpty())
        name = QStringLiteral("section");
    section.name = name;
    if (!section.anchor.isEmpty())
        return;
    QString anchor = name;
    for (int i = 2; m_anchors.contains(anchor); ++i)
        anchor = QStringLiteral("%1-%2").arg(name).arg(i);
    m_anchors.insert(anchor);
    section.anchor = anchor;
}

void ManualReader::flush(ManualBlock::Kind kind)
{
    QString text = std::exchange(m_inline, {});
    if (m_pre > 0) {
        while (text.startsWith(QLatin1Char('\n')))
            text.remove(0, 1);
        while (!text.isEmpty() && text.back().isSpace())
            text.chop(1);
    } else {
        text = text.simplified();
    }
    if (text.trimmed().isEmpty())
        return;
    if (m_rows > 0) {
        if (!m_row.isEmpty() && !m_row.endsWith(QLatin1String(" | ")))
            m_row += QLatin1Char('\n');
        m_row += text;
        return;
    }
    emitBlock(kind, text);
}

void ManualReader::emitBlock(ManualBlock::Kind kind, const QString &text)
{
    if (text.isEmpty())
        return;
    if (!m_page.blocks.isEmpty()) {
        const ManualBlock::Kind before = m_page.blocks.last().kind;
        const bool isNear = (before == ManualBlock::Kind::Row && kind == ManualBlock::Kind::Row) || before == ManualBlock::Kind::Term;
        m_page.text += isNear ? QStringLiteral("\n") : QStringLiteral("\n\n");
    }
    const qsizetype begin = m_page.text.size();
    m_page.text += text;
    for (const Open &open : std::as_const(m_open)) {
        ManualSection &section = m_page.sections[open.section];
        if (section.begin < 0)
            section.begin = begin;
        if (section.title.isEmpty() && open.section == m_open.last().section && (kind == ManualBlock::Kind::Heading || kind == ManualBlock::Kind::Term))
            nameSection(open.section, text);
    }
    m_page.blocks << ManualBlock{kind, begin, m_page.text.size(), m_open.isEmpty() ? -1 : m_open.last().section};
}

Result<ManualPage> readManualPage(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return failure(Error::Kind::Missing, ManualWords::tr("The page “%1” of the manual cannot be read.").arg(name), file.errorString());
    ManualPage page;
    page.name = QFileInfo(name).completeBaseName();
    ManualReader reader(&file, page);
    if (!reader.read())
        return failure(Error::Kind::Wrong, ManualWords::tr("The page “%1” of the manual is not the XHTML that was expected.").arg(name), reader.problem());
    if (page.name.startsWith(QLatin1String("release")))
        page.kind = QStringLiteral("release notes");
    // What never got a title (a page without heading) still needs a name for its keys.
    for (ManualSection &section : page.sections) {
        if (section.anchor.isEmpty())
            section.anchor = QStringLiteral("text");
        if (section.title.isEmpty())
            section.title = page.title;
    }
    return page;
}

} // namespace qd::retrieval
