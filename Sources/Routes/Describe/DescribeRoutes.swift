internal import Analyses
internal import Hummingbird

/// The documents of the routes and of the chat's sockets, and the page made of both. They describe themselves too, so
/// the text is made after the list is complete.
enum DescribeRoutes {
    /// The routes of the document; adds them to what they describe.
    static func routes(describing others: [Route]) -> [Route] {
        let document = document(of: others)
        return [
            .open(.get, "/openapi.json", Self.openAPI) { _, _ in
                .text(document.text, as: "application/json; charset=utf-8")
            },
            .open(.get, "/asyncapi.json", Self.asyncAPI) { _, _ in
                .text(AsyncAPI.text, as: "application/json; charset=utf-8")
            },
            .open(.get, "/docs", Self.docs) { request, _ in
                let nonce = PageNonce()
                let response = Response.text(DocsPage.html(of: document, nonce: nonce), as: "text/html; charset=utf-8")
                return response.with(policy: nonce.policy(connecting: request.head.authority ?? ""))
            },
        ]
    }

    private static func document(of others: [Route]) -> JSON {
        let described = [("/openapi.json", openAPI), ("/asyncapi.json", asyncAPI), ("/docs", docs)]
        let own = described.map { path, description in
            Route.open(.get, path, description) { _, _ in throw Problem.notFound }
        }
        return OpenAPI.document(of: others + own)
    }

    private static let openAPI = Operation(
        id: "openAPI", summary: "This document", tag: "about",
        answers: [.init(status: 200, words: "OpenAPI 3.1.", schema: ["type": "object"])])

    private static let asyncAPI = Operation(
        id: "asyncAPI", summary: "The frames of the chat's sockets, with examples", tag: "about",
        answers: [.init(status: 200, words: "AsyncAPI 3.0.", schema: ["type": "object"])])

    private static let docs = Operation(
        id: "docs", summary: "Both documents as a page", tag: "about",
        answers: [.init(status: 200, words: "A page.", kind: "text/html", schema: Schema.text)])
}
