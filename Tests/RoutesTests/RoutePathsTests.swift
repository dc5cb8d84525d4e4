import Hummingbird
import HummingbirdTesting
import Testing

@testable import Routes

@Suite struct RoutePathsTests {
    @Test("a path that exists with another method is 405 and names the methods that work")
    func methods() async throws {
        let stage = try await Stage()
        try await stage.run { client in
            for (method, path, allow) in [
                (HTTPRequest.Method.post, "/health", "GET"), (.put, "/chat/conversations", "GET"),
                (.get, "/chat/conversations/x", "DELETE, PATCH"), (.get, "/chat/ticket", "POST"),
                (.delete, "/", "GET"), (.options, "/metrics", "GET"),
            ] {
                let answer = try await client.send(method, path)
                #expect(answer.status == .methodNotAllowed, "\(method) \(path)")
                #expect(answer.headers[.allow] == allow)
                #expect(answer.text == #"{"detail":"Method Not Allowed","code":"method_not_allowed"}"#)
            }
        }
    }

    @Test("a path that does not exist is 404 in the old service's words, whatever the method")
    func unknown() async throws {
        let stage = try await Stage()
        try await stage.run { client in
            for path in ["/nothing", "/chat", "/chat/conversations/a/b", "/health/live/x", "/%00", "/admin/nobody"] {
                for method in [HTTPRequest.Method.get, .post, .delete] {
                    let answer = try await client.send(method, path)
                    #expect(answer.status == .notFound, "\(method) \(path)")
                    #expect(answer.text == #"{"detail":"Not Found","code":"not_found"}"#)
                }
            }
        }
    }
}
