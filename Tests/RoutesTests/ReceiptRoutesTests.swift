import Drafts
import Finance
import Foundation
import Hummingbird
import HummingbirdTesting
import NIOConcurrencyHelpers
import Ports
import Proposals
import TestKit
import Testing

@testable import Routes

@Suite("Receipts over HTTP")
struct ReceiptRoutesTests {
    private static let canary = "CANARY-4411"
    private static let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + Array(canary.utf8)

    private static func answer(_ total: String = "12.40", merchant: String = "Corner Bakery") -> String {
        """
        {"sort":"receipt","merchant":"\(merchant)","about":null,"total":"\(total)","currency":"GBP",\
        "date":"\(Day(NamedPeople.now))","datePrinted":null,"lines":[{"text":"\(canary) line","amount":"12.40"}],\
        "tax":null,"tip":null,"discount":null}
        """
    }

    /// The routes over a main app in memory and a model that reads what it is told.
    private struct Scene: Sendable {
        var stage: Stage
        let app: ScriptedMainApp
        let seen = Journal<(file: ReceiptFile, safetyID: String)>()
        var hasApp = true
        var hasModel = true
        var model: @Sendable () async throws(PortError) -> String = { () throws(PortError) in
            ReceiptRoutesTests.answer()
        }

        init(_ change: (inout Scene) -> Void = { _ in }) async throws {
            stage = try await Stage()
            app = ScriptedMainApp(stage.records)
            change(&self)
        }

        func run(_ test: @Sendable (any TestClientProtocol) async throws -> Void) async throws {
            var parts = stage.parts()
            let (clock, seen, model) = (stage.clock, seen, model)
            if hasApp {
                parts.proposals = Proposals(
                    state: stage.state, snapshots: stage.records.port, mainApp: app.port, sign: { "\($0.count)" },
                    now: { clock.date }, makeID: { Fresh.id() })
            }
            if hasModel {
                parts.receipts = Receipts { file, _, safetyID throws(PortError) in
                    seen.append((file, safetyID))
                    return Receipts.Answer(text: try await model())
                }
            }
            try await Application(router: Routes.router(parts), logger: stage.log.logger).test(.router) {
                try await test($0)
            }
        }

        func headers(_ kind: String? = "image/png", _ user: UserID = Stage.maya) throws -> HTTPFields {
            var headers = try stage.bearer(user)
            if let kind { headers[.contentType] = kind }
            return headers
        }
    }

    private static func send(
        _ client: any TestClientProtocol, _ headers: HTTPFields, _ bytes: [UInt8] = png, query: String = ""
    ) async throws -> TestResponse {
        try await client.executeRequest(
            uri: "/me/receipts\(query)", method: .post, headers: headers, body: ByteBuffer(bytes: bytes))
    }

    private static func object(_ answer: TestResponse) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(answer.text.utf8)) as? [String: Any])
    }

    @Test("a receipt becomes an offer like any other: only the caller's yes sends it, once")
    func confirmed() async throws {
        let scene = try await Scene()
        let headers = try scene.headers()
        try await scene.run { client async throws in
            let answer = try await Self.send(client, headers, query: "?conversationId=mine")
            let json = try Self.object(answer)
            let proposal = try #require(json["proposal"] as? [String: Any])
            let remarks = try #require(proposal["remarks"] as? [String])
            #expect(remarks.first == ReceiptReading.note && json["question"] is NSNull)
            #expect((json["read"] as? [String: Any])?["total"] as? Double == 12.4)
            #expect((json["doubts"] as? [Any])?.isEmpty == true)
            let id = try #require(proposal["proposalId"] as? String)
            #expect(scene.app.calls.entries.isEmpty, "nothing is sent before the yes")
            for _ in 0..<2 {
                #expect(try await client.send(.post, "/me/proposals/\(id)/confirm", headers).status == .ok)
            }
            #expect(scene.app.calls.entries.map(\.route) == ["POST /expenses"])
            #expect(scene.app.calls.entries.first?.body.contains("Corner Bakery") == true)
        }
        #expect(scene.seen.entries.map(\.file.bytes) == [Self.png])
        #expect(scene.seen.entries.allSatisfy { !$0.safetyID.contains(Stage.maya.hex) })
    }

    @Test("what is doubtful is asked back in the conversation; what is no receipt is refused with a code of its own")
    func doubtful() async throws {
        let scene = try await Scene { $0.model = { () throws(PortError) in Self.answer("21.40") } }
        let headers = try scene.headers()
        try await scene.run { client async throws in
            let json = try Self.object(try await Self.send(client, headers))
            let question = try #require(json["question"] as? [String: Any])
            #expect(question["asks"] as? String == "amount" && json["proposal"] is NSNull)
            #expect((json["doubts"] as? [[String: Any]])?.first?["code"] as? String == "total_against_lines")
        }
        let book = try #require(try await scene.stage.state.read(.proposals, [Stage.maya])[Stage.maya])
        #expect(book.text.contains("£12.40") && !book.text.contains(Self.canary))
        for (answer, code) in [
            (#"{"sort":"other"}"#, "not_a_receipt"), (#"{"sort":"several"}"#, "several_receipts"), ("no", "unreadable"),
            (#"{"sort":"receipt","merchant":"Bar","total":"5","currency":"EUR"}"#, "foreign_currency"),
        ] {
            let scene = try await Scene { $0.model = { () throws(PortError) in answer } }
            let headers = try scene.headers()
            try await scene.run { client async throws in
                let refused = try await Self.send(client, headers)
                #expect(refused.status.code == 422 && refused.code == code)
            }
        }
    }

    @Test("only the four kinds are taken, and only where the first bytes agree")
    func kinds() async throws {
        let scene = try await Scene()
        for kind in [nil, "image/gif", "application/json", "multipart/form-data", "text/plain"] {
            let headers = try scene.headers(kind)
            try await scene.run { client async throws in
                #expect(try await Self.send(client, headers).status == .unsupportedMediaType, "\(kind ?? "none")")
            }
        }
        for kind in ["image/jpeg", "image/webp", "application/pdf"] {
            let headers = try scene.headers(kind)
            try await scene.run { client async throws in
                #expect(try await Self.send(client, headers).code == "unsupported_media_type")
            }
        }
        #expect(scene.seen.entries.isEmpty)
    }

    @Test("5 MiB are taken, a byte more is not, and other routes keep their smaller limit")
    func sizes() async throws {
        let scene = try await Scene()
        let headers = try scene.headers()
        let whole = Self.png + [UInt8](repeating: 0, count: ReceiptFile.mostBytes - Self.png.count)
        try await scene.run { client async throws in
            #expect(try await Self.send(client, headers, whole).status == .ok)
            let refused = try await Self.send(client, headers, whole + [0])
            #expect(refused.status == .contentTooLarge && refused.code == "too_large")
            #expect(refused.text.contains("5242880"))
            let words = #"{"words":"\#(String(repeating: "x", count: RouteLimits.bodyBytes))"}"#
            let other = try await client.send(.post, "/me/proposals", headers, body: words)
            #expect(other.status == .contentTooLarge && other.text.contains("16384"))
        }
        #expect(scene.seen.entries.count == 1)
    }

    @Test("nothing leaves for somebody who said no, or who has not said yes where that is asked for")
    func consent() async throws {
        var scene = try await Scene()
        let headers = try scene.headers()
        try await scene.run { client async throws in
            #expect(try await client.send(.put, "/me/choices", headers, body: #"{"model":false}"#).status == .ok)
            let refused = try await Self.send(client, headers)
            #expect(refused.status == .conflict && refused.code == "not_wanted")
            #expect(refused.detail?.contains("type what you paid") == true)
        }
        scene = try await Scene { $0.stage.settings.assumesConsent = false }
        let strangers = try scene.headers()
        try await scene.run { client async throws in
            #expect(try await Self.send(client, strangers).code == "not_wanted")
        }
        #expect(scene.seen.entries.isEmpty)
    }

    @Test("without a model, without a main app and with a model that takes no files the words say so")
    func absent() async throws {
        let refusing: @Sendable () async throws(PortError) -> String = { () throws(PortError) in
            throw PortError(.refused, Self.canary)
        }
        let away: @Sendable () async throws(PortError) -> String = { () throws(PortError) in
            throw PortError(.timeout, "late")
        }
        for (scene, status, code) in [
            (try await Scene { $0.hasModel = false }, 409, "not_configured"),
            (try await Scene { $0.hasApp = false }, 503, "not_configured"),
            (try await Scene { $0.model = refusing }, 422, "file_refused"),
            (try await Scene { $0.model = away }, 503, "timeout"),
        ] {
            let headers = try scene.headers()
            try await scene.run { client async throws in
                let answer = try await Self.send(client, headers)
                #expect(answer.status.code == status && answer.code == code)
                #expect(!answer.text.contains(Self.canary))
            }
        }
    }

    @Test("one at a time a person, so many for everybody, and no faster than the pace")
    func pace() async throws {
        let gate = Gate()
        let scene = try await Scene { scene in
            scene.stage.settings.limits.receipts = Pace(burst: 2, perSecond: 0.01)
            scene.model = { () throws(PortError) in
                await gate.hold()
                return Self.answer()
            }
        }
        let (maya, noah) = (try scene.headers(), try scene.headers("image/png", Stage.noah))
        try await scene.run { client async throws in
            try await withThrowingTaskGroup(of: Int.self) { group in
                group.addTask { Int(try await Self.send(client, maya).status.code) }
                try await gate.arrivals.wait(count: 1)
                let second = try await Self.send(client, maya)
                #expect(second.status == .tooManyRequests && second.headers[.retryAfter] == "5")
                group.addTask { Int(try await Self.send(client, noah).status.code) }
                try await gate.arrivals.wait(count: 2)
                gate.open()
                for try await status in group { #expect(status == 200) }
            }
            #expect(try await Self.send(client, maya).status == .ok)
            let tooFast = try await Self.send(client, maya)
            #expect(tooFast.status == .tooManyRequests && tooFast.headers[.retryAfter] != "5")
        }
    }

    @Test("nothing of the file, of its lines or of an answer that failed is in any log line or store")
    func traces() async throws {
        let scene = try await Scene()
        let headers = try scene.headers()
        try await scene.run { client async throws in
            #expect(try await Self.send(client, headers, query: "?conversationId=\(Self.canary)").status == .ok)
            _ = try await Self.send(client, try scene.headers("application/pdf"))
            #expect(try await !client.send(.get, "/me/proposals", headers).text.contains(Self.canary))
        }
        #expect(!scene.stage.log.text.isEmpty && !scene.stage.log.text.contains(Self.canary))
        let kept = try await scene.stage.state.read(.proposals, [Stage.maya])[Stage.maya]?.text ?? ""
        #expect(kept.contains("Corner Bakery") && !kept.contains("\(Self.canary) line"))
        #expect(scene.stage.store.all(of: Stage.maya).isEmpty)
    }

    @Test("another person's conversation is only a word: the offer is the caller's own")
    func foreign() async throws {
        let scene = try await Scene()
        let (maya, noah) = (try scene.headers(), try scene.headers("image/png", Stage.noah))
        try await scene.run { client async throws in
            let theirs = "?conversationId=default_\(Stage.noah.hex)"
            #expect(try await Self.send(client, maya, query: theirs).status == .ok)
            #expect(try await !client.send(.get, "/me/proposals", noah).text.contains("Corner Bakery"))
            let long = String(repeating: "x", count: 201)
            #expect(try await Self.send(client, maya, query: "?conversationId=\(long)").status.code == 422)
            #expect(try await Self.send(client, [.contentType: "image/png"]).status == .unauthorized)
        }
        #expect(scene.seen.entries.count == 1)
    }
}
