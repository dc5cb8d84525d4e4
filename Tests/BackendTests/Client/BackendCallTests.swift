import Analyses
import Curl
import TestServers
import Testing

@testable import Backend
@testable import Drafts

@Suite("What may be sent")
struct BackendCallTests {
    static let settings: BackendSettings? = (try? BackendAddress("http://backend/api/v1")).map { BackendSettings($0) }

    private func call(
        path: String = "/expenses", token: String = "a.b-c_d", key: String = "key",
        method: BackendRequest.Method = .post
    ) throws -> BackendCall {
        let request = BackendRequest(method: method, path: path, body: [])
        return try BackendCall(request, token: token, idempotencyKey: key, #require(Self.settings))
    }

    @Test(
        "a path is plain words between slashes",
        arguments: [
            "", "/", "expenses", "//evil.example", "/expenses/", "/expenses//1", "/../users", "/expenses/../users",
            "/expenses/./1", "/expenses?x=1", "/expenses#x", "/%2e%2e/users", "http://evil.example/expenses",
            "@evil.example/", "/expenses/1;x", "/expenses/1 2", "/expenses\r\nX: y", "/expénses", "/a\\b", ".",
        ])
    func badPath(path: String) {
        #expect(throws: BackendAnswer.Unsent.badPath) { try call(path: path) }
    }

    @Test("a good path stands behind the base")
    func goodPath() throws {
        let call = try call(path: "/saving-goals/661f0a1b2c3d4e5f60718293", method: .patch)
        #expect(call.request.url == "http://backend/api/v1/saving-goals/661f0a1b2c3d4e5f60718293")
        #expect(call.request.method == .patch && !call.request.reusesConnection)
        #expect(call.request.deadlines.connect == .seconds(2) && call.request.deadlines.total == .seconds(8))
        #expect(call.request.deadlines.firstByte == .seconds(8) && call.request.deadlines.idle == .seconds(8))
    }

    @Test(
        "a token or key that could end its header is refused", arguments: ["", "a b", "a\r\nX: y", "a\n", "é", "\u{0}"])
    func badHeader(text: String) {
        #expect(throws: BackendAnswer.Unsent.badToken) { try call(token: text) }
        #expect(throws: BackendAnswer.Unsent.badKey) { try call(key: text) }
    }

    @Test("tokens end at 8 KiB, keys at 200 bytes")
    func lengths() throws {
        _ = try call(token: String(repeating: "x", count: 8_192), key: String(repeating: "x", count: 200))
        #expect(throws: BackendAnswer.Unsent.badToken) { try call(token: String(repeating: "x", count: 8_193)) }
        #expect(throws: BackendAnswer.Unsent.badKey) { try call(key: String(repeating: "x", count: 201)) }
    }

    @Test("an operation is kind and act, whatever the path holds")
    func operations() {
        func operation(_ method: BackendRequest.Method, _ path: String) -> String {
            BackendCall.operation(BackendRequest(method: method, path: path, body: []))
        }
        for kind in DraftKind.allCases {
            #expect(operation(.post, "/\(kind.rawValue)") == "\(kind.rawValue).create")
            #expect(operation(.patch, "/\(kind.rawValue)/661f0a1b2c3d4e5f60718293") == "\(kind.rawValue).change")
        }
        #expect(operation(.post, "/users/661f0a1b2c3d4e5f60718293") == "other.create")
        #expect(operation(.patch, "") == "other.change")
    }

    @Test("what is refused opens no connection")
    func nothingLeaves() async throws {
        try await Scene.with { scene in
            let token = try scene.fake.token(for: Scene.user)
            let away = BackendRequest(method: .post, path: "/../admin", body: [])
            let badPath = await scene.client.send(away, token: token, idempotencyKey: "k")
            let badToken = await scene.client.send(Scene.lunch(), token: token + "\r\nX: y", idempotencyKey: "k")
            let badKey = await scene.client.send(Scene.lunch(), token: token, idempotencyKey: "")
            #expect([badPath, badToken, badKey] == [.notSent(.badPath), .notSent(.badToken), .notSent(.badKey)])
            #expect(scene.fake.connections == 0)
        }
    }

    @Test("the base's path goes before, with and without a slash at its end", arguments: ["", "/", "//"])
    func prefix(ending: String) async throws {
        try await Scene.with(address: { $0.baseURL + ending }) { scene in
            _ = try await scene.send()
            #expect(scene.fake.requests.map(\.uri) == ["/api/v1/expenses"] && scene.stored == 1)
        }
        try await Scene.with(address: { "http://127.0.0.1:\($0.port)/gate/api/v1" + ending }) { scene in
            let answer = try await scene.send()
            #expect(scene.fake.requests.map(\.uri) == ["/gate/api/v1/expenses"])
            guard case .answered(404, .json) = answer else { return #expect(Bool(false), "\(answer)") }
        }
    }
}
