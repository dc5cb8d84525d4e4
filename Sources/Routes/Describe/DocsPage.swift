internal import Analyses

/// The OpenAPI document as one plain page without anything from elsewhere. Its one script, `docs.js`, draws the
/// protocol of the chat's sockets from `/asyncapi.json`; without it the page has the routes and a link.
enum DocsPage {
    /// The page of a document.
    static func html(of document: JSON, nonce: PageNonce) -> String {
        let operations = members(document["paths"]).flatMap { path in
            members(path.value).map { section($0.key.uppercased(), path.key, $0.value) }
        }
        return """
            <!doctype html><html lang="en-GB"><head><meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1"><title>Reho: routes and frames</title>
            <style nonce="\(nonce.text)">\(style)</style>
            <script type="module" nonce="\(nonce.text)" src="/console/docs.js"></script></head><body><main>
            <h1>Routes and frames of Reho</h1>
            <p>\(escape(string(document["info"]?["description"])))</p>
            <p>As data: <a href="/openapi.json">openapi.json</a> (OpenAPI \(escape(string(document["openapi"])))).</p>
            <p>The chat's sockets: <a href="#chat">below</a>, as data: <a href="/asyncapi.json">asyncapi.json</a>
            (AsyncAPI 3.0). The shapes of the routes: <a href="#shapes">at the end</a>.</p>
            \(operations.joined(separator: "\n"))
            <section id="chat"><h2>The chat</h2><p id="chat-words" role="status"></p></section>
            <h2 id="shapes">Shapes</h2>\(schemas(document))</main></body></html>
            """
    }

    private static let style = """
        body{font:16px/1.5 system-ui,sans-serif;margin:0;color:#1c2530;background:#fbfbfd}
        main{max-width:60rem;margin:0 auto;padding:1rem}section{border-top:1px solid #d5dbe3;padding:.5rem 0}
        h2 code{font-size:1rem}table{border-collapse:collapse}td,th{text-align:left;padding:.2rem .8rem .2rem 0;
        vertical-align:top}pre{overflow:auto;background:#eef1f5;padding:.6rem}b{color:#0a5c6b}
        @media(prefers-color-scheme:dark){body{color:#e6ebf1;background:#14181d}pre{background:#20262e}
        b{color:#67c7d8}a{color:#8ab4f8}section{border-color:#333c47}}
        pre,code{overflow-wrap:anywhere}#chat pre{white-space:pre-wrap}.wide{overflow-x:auto}
        .wide td:first-child{white-space:nowrap}@media(max-width:40rem){td{overflow-wrap:anywhere}}
        """

    private static func section(_ method: String, _ path: String, _ operation: JSON) -> String {
        var parts = ["<section><h2><b>\(method)</b> <code>\(escape(path))</code></h2>"]
        parts.append("<p>\(escape(string(operation["summary"]))). \(who(operation))</p>")
        let parameters = items(operation["parameters"]).map { parameter in
            [string(parameter["name"]), string(parameter["in"]), string(parameter["description"])]
        }
        if !parameters.isEmpty { parts.append(table(["Parameter", "In", "What"], parameters)) }
        if let body = operation["requestBody"]?["content"]?["application/json"]?["schema"] {
            parts.append("<p>Body:</p><pre>\(escape(body.text))</pre>")
        }
        let answers = members(operation["responses"]).map { answer in
            [answer.key, string(answer.value["description"]), shape(answer.value)]
        }
        parts.append(table(["Answer", "When", "Shape"], answers))
        return parts.joined() + "</section>"
    }

    private static func who(_ operation: JSON) -> String {
        items(operation["security"]).isEmpty ? "Open to anyone." : "Needs a bearer token."
    }

    private static func shape(_ answer: JSON) -> String {
        guard let content = members(answer["content"]).first else { return "" }
        guard let name = content.value["schema"]?["$ref"] else { return content.key }
        return string(name).split(separator: "/").last.map(String.init) ?? content.key
    }

    private static func schemas(_ document: JSON) -> String {
        members(document["components"]?["schemas"]).map {
            "<h3>\(escape($0.key))</h3><pre>\(escape($0.value.text))</pre>"
        }.joined(separator: "\n")
    }

    private static func table(_ head: [String], _ rows: [[String]]) -> String {
        let top = head.map { "<th scope=\"col\">\($0)</th>" }.joined()
        let body = rows.map { "<tr>" + $0.map { "<td>\(escape($0))</td>" }.joined() + "</tr>" }.joined()
        return "<table><thead><tr>\(top)</tr></thead><tbody>\(body)</tbody></table>"
    }

    private static func escape(_ text: String) -> String {
        text.reduce(into: "") { out, character in
            switch character {
            case "&": out += "&amp;"
            case "<": out += "&lt;"
            case ">": out += "&gt;"
            case "\"": out += "&quot;"
            default: out.append(character)
            }
        }
    }

    private static func members(_ value: JSON?) -> [JSON.Member] {
        if case .object(let members)? = value { members } else { [] }
    }

    private static func items(_ value: JSON?) -> [JSON] { if case .array(let items)? = value { items } else { [] } }

    private static func string(_ value: JSON?) -> String { if case .string(let text)? = value { text } else { "" } }
}

extension JSON {
    /// The member of an object by its name.
    fileprivate subscript(name: String) -> JSON? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.key == name }?.value
    }
}
