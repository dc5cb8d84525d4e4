import Finance
import Foundation
import Mongo
import NIOConcurrencyHelpers
import TestKit
import TestServers
import Testing

@testable import App

/// A receipt's whole way: over a real socket to a model that reads what the test says, and on a yes to the main app.
@Suite("A receipt's whole way")
struct ReceiptTests {
    private static let canary = "CANARY-receipt-5512"
    private static let pdf = "%PDF-1.7\n\(canary)"

    private static func script(total: String = "12.40", merchant: String = "Corner Bakery") -> FakeScript {
        .with {
            $0.text = """
                {"sort":"receipt","merchant":"\(merchant)","about":"groceries","total":"\(total)","currency":"GBP",\
                "date":"\(Day(NamedPeople.now))","datePrinted":null,"tax":null,"tip":null,"discount":null,\
                "lines":[{"text":"\(canary) bread","amount":"12.40"}]}
                """
        }
    }

    private static func post(_ token: String, _ app: RunningApp, query: String = "") async throws -> RawResponse {
        try await app.request(
            "POST", "/me/receipts\(query)", token: token, headers: [("Content-Type", "application/pdf")], body: pdf)
    }

    private static func object(_ answer: RawResponse) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(answer.text.utf8)) as? [String: Any])
    }

    /// The shipped wiring over the demo store, whose main app is played by the store itself.
    private static func embedded(
        _ script: FakeScript, _ environment: [String: String] = [:],
        _ body: (FakeOpenAI, RunningApp, String) async throws -> Void
    ) async throws {
        try await FakeOpenAI.with(usual: script) { model in
            let settings = ["OPENAI_BASE_URL": model.baseURL, "OPENAI_API_KEY": "sk-test-key"]
            try await RunningApp.with(settings.merging(environment) { $1 }, now: { NamedPeople.now }) { app in
                try await body(model, app, try await app.token(DemoData.featured))
            }
        }
    }

    @Test("it is read once, shown as a card in the conversation's tabs, saved on a yes, and leaves no trace")
    func whole() async throws {
        try await Self.embedded(Self.script()) { model, app, token in
            let (socket, welcome) = try await app.chat(token)
            let conversation = try #require((welcome.data["conversation"] as? [String: Any])?["id"] as? String)
            let answer = try await Self.post(token, app, query: "?conversationId=\(conversation)")
            #expect(answer.status == 200, "\(answer.text)")
            let proposal = try #require(try Self.object(answer)["proposal"] as? [String: Any])
            #expect((proposal["remarks"] as? [String])?.first == "Read from your receipt: check it before you say yes.")
            let card = try #require(try await socket.next("card").data["data"] as? [String: Any])
            #expect(card["proposalId"] as? String == proposal["proposalId"] as? String)
            let chat = try #require(model.requests.last?.chat)
            #expect(chat.messages.last?.files.first?.bytes == Array(Self.pdf.utf8))
            #expect(!chat.messages.map(\.content).joined().contains("Salary"), "no record goes along")
            try socket.send(["type": "confirm", "proposalId": try #require(proposal["proposalId"] as? String)])
            let saved = try await socket.next("card").data["data"] as? [String: Any]
            #expect(saved?["state"] as? String == "applied")
            await socket.end()
            let export = try await app.request("GET", "/me/export", token: token).text
            #expect(export.contains("Corner Bakery") && !export.contains(Self.canary))
            #expect(!app.logs.withLockedValue { $0 }.contains(Self.canary))
        }
    }

    @Test("a total that does not add up is asked back over the socket, and the answer makes the card")
    func asked() async throws {
        try await Self.embedded(Self.script(total: "21.40")) { _, app, token in
            let (socket, welcome) = try await app.chat(token)
            let conversation = try #require((welcome.data["conversation"] as? [String: Any])?["id"] as? String)
            let question = try #require(
                try Self.object(try await Self.post(token, app, query: "?conversationId=\(conversation)"))["question"]
                    as? [String: Any])
            _ = try await socket.next("card")
            let id = try #require(question["questionId"] as? String)
            try socket.send(["type": "answer", "questionId": id, "value": "£12.40"])
            let card = try await socket.next("card").data["data"] as? [String: Any]
            #expect((card?["remarks"] as? [String])?.first?.hasPrefix("Read from your receipt") == true)
            #expect("\(card ?? [:])".contains("£12.40"))
            await socket.end()
        }
    }

    @Test("without a yes to a model outside nothing reaches it, and without a model the words say so")
    func consent() async throws {
        try await Self.embedded(Self.script(), ["MODEL_CONSENT": "required"]) { model, app, token in
            #expect(try await Self.post(token, app).status == 409)
            #expect(model.requests.isEmpty)
            let choice = try await app.request("PUT", "/me/choices", token: token, body: #"{"model":true}"#)
            #expect(choice.status == 200)
            #expect(try await Self.post(token, app).status == 200)
            #expect(model.requests.count == 1)
        }
        try await RunningApp.with { app in
            let answer = try await Self.post(try await app.token(DemoData.featured), app)
            #expect(answer.status == 409 && answer.text.contains("No model that could read a receipt"))
        }
    }

    @Test("a model that cannot see is told as that, one that is away as away")
    func blind() async throws {
        try await Self.embedded(FakeScript(failure: .init(400))) { model, app, token in
            let answer = try await Self.post(token, app)
            #expect(answer.status == 422 && answer.text.contains("file_refused"))
            #expect(model.requests.count == 3, "strict, any JSON, text")
            model.setUsual(FakeScript(failure: .init(401)))
            #expect(try await Self.post(token, app).status == 422)
        }
    }

    @Test("a body beyond the limit is refused before it is read, and other routes keep theirs")
    func sizes() async throws {
        try await Self.embedded(Self.script()) { model, app, token in
            for (path, limit) in [("/me/receipts", 5 << 20), ("/me/proposals", 16 << 10)] {
                let http = try await RawHTTP.connect(port: app.port)
                http.send(
                    "POST \(path) HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer \(token)\r\n"
                        + "Content-Type: image/png\r\nContent-Length: \(limit + 1)\r\n\r\n")
                #expect(try await http.response().status == 413, "\(path)")
                await http.close()
            }
            #expect(model.requests.isEmpty)
        }
    }

    @Test("a yes to a receipt makes one call to the main app's REST, with the person's own token")
    func confirmed() async throws {
        try await FakeBackend.with(.current, secret: RunningApp.secret, now: { NamedPeople.now }) { main in
            try await Backend.with(usual: Self.script(), environment: ["MAIN_BACKEND_URL": main.baseURL]) { _, app in
                let token = try await app.token(NamedPeople.mayaID)
                let json = try Self.object(try await Self.post(token, app))
                let proposal = try #require(json["proposal"] as? [String: Any])
                #expect(main.records(.expenses).isEmpty)
                let id = try #require(proposal["proposalId"] as? String)
                for _ in 0..<2 {
                    let answer = try await app.request("POST", "/me/proposals/\(id)/confirm", token: token)
                    #expect(answer.status == 200)
                }
                let expense = try #require(main.records(.expenses).first)
                #expect(main.records(.expenses).count == 1 && expense["userId"] == .id(NamedPeople.mayaID.hex))
                #expect(main.requests.first?.header("authorization") == "Bearer \(token)")
            }
        }
    }
}
