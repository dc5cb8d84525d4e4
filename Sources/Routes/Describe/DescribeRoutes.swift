internal import Analyses
internal import Hummingbird

/// The document and the page made of it. They describe themselves too, so the text is made after the list is complete.
enum DescribeRoutes {
    /// The routes of the document; adds them to what they describe.
    static func routes(describing others: [Route]) -> [Route] {
        let document = document(of: others)
        return [
            .open(.get, "/openapi.json", Self.openAPI) { _, _ in
                .text(document.text, as: "application/json; charset=utf-8")
            },
            .open(.get, "/docs", Self.docs) { _, _ in
                let nonce = PageNonce()
                let response = Response.text(DocsPage.html(of: document, nonce: nonce), as: "text/html; charset=utf-8")
                return response.with(policy: nonce.policy(connecting: nil))
            },
        ]
    }

    private static func document(of others: [Route]) -> JSON {
        let own = [("/openapi.json", openAPI), ("/docs", docs)].map { path, description in
            Route.open(.get, path, description) { _, _ in throw Problem.notFound }
        }
        return OpenAPI.document(of: others + own)
    }

    private static let openAPI = Operation(
        id: "openAPI", summary: "This document", tag: "about",
        answers: [.init(status: 200, words: "OpenAPI 3.1.", schema: ["type": "object"])])

    private static let docs = Operation(
        id: "docs", summary: "This document as a page", tag: "about",
        answers: [.init(status: 200, words: "A page.", kind: "text/html", schema: Schema.text)])
}
