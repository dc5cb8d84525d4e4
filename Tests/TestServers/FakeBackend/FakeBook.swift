import Finance
import Foundation

/// Everything the fake backend knows.
struct FakeBook: Sendable {
    let secret: String
    let now: @Sendable () -> Date
    var shelf: FakeShelf
    var blocked: Set<String> = []
    var removed: Set<String> = []
    var faults: [FakeBackendFault] = []
    var requests: [FakeRequest] = []
    var closedAt: [Int: ContinuousClock.Instant] = [:]
    private var seen = 0

    init(_ shape: FakeBackend.Shape, _ secret: String, _ now: @escaping @Sendable () -> Date) {
        shelf = FakeShelf(shape)
        self.secret = secret
        self.now = now
    }

    mutating func takeUnseen() -> FakeRequest? {
        guard seen < requests.count else { return nil }
        seen += 1
        return requests[seen - 1]
    }

    /// Does what a request asks and says what to answer.
    mutating func work(_ request: FakeRequest) -> (reply: FakeReply, puts: [FakePut]) {
        do throws(FakeRefusal) {
            let reply = try answer(request)
            return (reply, shelf.takePuts())
        } catch {
            return (FakeReply(error), shelf.takePuts())
        }
    }

    private mutating func answer(_ request: FakeRequest) throws(FakeRefusal) -> FakeReply {
        let sent = try Self.body(request)
        guard let route = FakeRoute(request.method, request.uri) else { return FakeReply(noRoute: request.uri) }
        let person = try person(request)
        switch route {
        case .create(let kind):
            let document = try shelf.create(kind, sent, owner: person, at: now())
            return FakeReply(kind.createdStatus, words(kind, "added"), document.json)
        case .change(let kind, let id):
            return FakeReply(200, words(kind, "updated"), try shelf.change(kind, id, sent, at: now()).json)
        case .one(let kind, let id): return FakeReply(200, words(kind, "retrieved"), try shelf.find(kind, id).json)
        case .list(let kind): return FakeReply(200, words(kind, "list retrieved"), try shelf.listed(kind, of: person))
        }
    }

    /// Texts differ between the two and mean nothing.
    private func words(_ kind: FakeKind, _ deed: String) -> String {
        "\(kind.noun) \(deed)" + (shelf.shape == .older ? " successfully" : "")
    }

    private static func body(_ request: FakeRequest) throws(FakeRefusal) -> [String: Document.Value] {
        if request.body.isEmpty { return [:] }
        guard let sent = try? JSONDecoder().decode(SentJSON.self, from: Data(request.body)).value else {
            throw FakeRefusal(400, "Unexpected token in JSON")
        }
        if case .document(let document) = sent { return document.fields }
        throw .invalid([FakeRefusal.Fault("body", "Expected object, received \(sent.kindName)")])
    }

    /// The gate of every route (contract 3.1). The role is the token's.
    private func person(_ request: FakeRequest) throws(FakeRefusal) -> String {
        guard let header = request.header("authorization"), header.hasPrefix("Bearer "),
            let claims = FakeToken.verified(String(header.dropFirst(7)), secret: secret, at: now())
        else { throw FakeRefusal(401, "You are not authorized") }
        if removed.contains(claims.id) { throw FakeRefusal(404, "This user is not found") }
        if blocked.contains(claims.id) { throw FakeRefusal(403, "This user is blocked") }
        guard claims.role == "USER" else { throw FakeRefusal(403, "You may not use this route") }
        return claims.id
    }
}
