import FoundationEssentials
import Hummingbird
import HummingbirdTesting
import Testing

@testable import Routes

@Suite struct OpenAPITests {
    /// As much of a document as these tests look at.
    private struct Document: Decodable {
        struct Operation: Decodable {
            struct Parameter: Decodable {
                var name: String
                var `in`: String
                var required: Bool
            }
            struct Answer: Decodable { var description: String }
            var operationId: String
            var summary: String
            var parameters: [Parameter]?
            var responses: [String: Answer]
            var security: [[String: [String]]]
        }
        struct Components: Decodable { var schemas: [String: AnyShape] }
        struct AnyShape: Decodable {}
        var openapi: String
        var paths: [String: [String: Operation]]
        var components: Components
    }

    private static func document() async throws -> (Document, String) {
        let stage = try await Stage()
        let text = try await stage.run { try await $0.send(.get, "/openapi.json").text }
        return (try JSONDecoder().decode(Document.self, from: Data(text.utf8)), text)
    }

    @Test("the document has exactly the routes that the router has")
    func bothWays() async throws {
        let (document, _) = try await Self.document()
        let described = document.paths.flatMap { path, methods in methods.keys.map { "\($0.uppercased()) \(path)" } }
        let routes = Routes.router(try await Stage().parts()).routes.map { "\($0.method.rawValue) \($0.path)" }
        #expect(Set(described) == Set(routes))
        #expect(described.count == routes.count)
        #expect(document.openapi == "3.1.0")
    }

    @Test("operation ids are unique, every path parameter is described and required")
    func operations() async throws {
        let (document, _) = try await Self.document()
        let operations = document.paths.flatMap { path, methods in methods.values.map { (path, $0) } }
        #expect(Set(operations.map(\.1.operationId)).count == operations.count)
        for (path, operation) in operations {
            let named = path.split(separator: "/").filter { $0.hasPrefix("{") }.map { $0.dropFirst().dropLast() }
            let described = (operation.parameters ?? []).filter { $0.in == "path" }
            #expect(described.map(\.name) == named.map(String.init))
            #expect(described.allSatisfy { $0.required })
            #expect(!operation.summary.isEmpty)
            #expect(operation.responses.keys.allSatisfy { Int($0).map { (100...599).contains($0) } == true })
        }
    }

    @Test("who needs a token says so, and tells what happens without")
    func security() async throws {
        let (document, _) = try await Self.document()
        for route in Routes.all(try await Stage().parts()) {
            let operation = try #require(document.paths[route.path]?[route.method.rawValue.lowercased()])
            switch route.access {
            case .open: #expect(operation.security.isEmpty)
            case .person, .admin:
                #expect(operation.security == [["bearer": []]])
                #expect(operation.responses["401"] != nil && operation.responses["403"] != nil)
            case .key:
                #expect(operation.security == [["schedulerKey": []]])
                #expect(operation.responses["401"] != nil)
            case .socket: #expect(operation.security == [["bearer": []], [:]])
            }
        }
    }

    @Test("no key occurs twice in an object, and every reference leads somewhere")
    func references() async throws {
        let (document, text) = try await Self.document()
        let references = text.split(separator: "#/components/schemas/").dropFirst().map { $0.prefix { $0 != "\"" } }
        #expect(!references.isEmpty)
        for name in references { #expect(document.components.schemas[String(name)] != nil, "\(name)") }
        for route in Routes.all(try await Stage().parts()) {
            let statuses = route.description.answers.map(\.status)
            let shared = (route.access == .person ? [401, 403, 503] : []) + [429]
            #expect(Set(statuses).count == statuses.count, "\(route.path)")
            #expect(Set(statuses).isDisjoint(with: shared), "\(route.path)")
        }
    }

    @Test("the document of the chat's frames is one JSON object, and every reference in it leads somewhere")
    func asyncAPI() async throws {
        let text = try await Stage().run { try await $0.send(.get, "/asyncapi.json").text }
        let document = try JSONDecoder().decode(Frames.self, from: Data(text.utf8))
        #expect(document.asyncapi == "3.0.0")
        for name in text.split(separator: "#/components/schemas/").dropFirst().map({ $0.prefix { $0 != "\"" } }) {
            #expect(document.components.schemas[String(name)] != nil, "\(name)")
        }
        for name in text.split(separator: "#/components/messages/").dropFirst().map({ $0.prefix { $0 != "\"" } }) {
            #expect(document.components.messages[String(name)] != nil, "\(name)")
        }
    }

    /// As much of the document of the chat's frames as these tests look at.
    private struct Frames: Decodable {
        struct Anything: Decodable {}
        struct Components: Decodable {
            var messages: [String: Anything]
            var schemas: [String: Anything]
        }
        var asyncapi: String
        var components: Components
    }

    @Test("the page shows every route, runs its own script only and loads nothing else")
    func page() async throws {
        let stage = try await Stage()
        try await stage.run { client in
            let answer = try await client.send(.get, "/docs")
            #expect(answer.headers[.contentType] == "text/html; charset=utf-8")
            for route in Routes.all(stage.parts()) { #expect(answer.text.contains("<code>\(route.path)</code>")) }
            for word in ["http://", "https://", "onclick", "style=\""] {
                #expect(!answer.text.contains(word), "the page holds \(word)")
            }
            let scripts = answer.text.split(separator: "<script").dropFirst().map { $0.prefix { $0 != ">" } }
            #expect(scripts.count == 1 && scripts.allSatisfy { $0.hasSuffix("src=\"/console/docs.js\"") })
            #expect(answer.text.split(separator: "src=").count == 2)
        }
    }
}
