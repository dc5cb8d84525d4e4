import Chat
import Coaching
import Finance
import FoundationEssentials
import Hummingbird
import HummingbirdTesting
import Inbox
import Logging
import NIOConcurrencyHelpers
import Ports
import Server
import TestKit

@testable import Auth
@testable import Routes

/// The routes over identity as it ships, with stores in memory that a test can look into and break.
struct Stage: Sendable {
    static let secret = "a-secret-of-some-length-for-tests-1"
    static let maya = NamedPeople.mayaID
    static let noah = NamedPeople.noahID
    static let admin = NamedPeople.adminID

    let tokens: BearerTokens
    let store = MemoryStore()
    let records = RecordBook([
        NamedPeople.mayaID: NamedPeople.maya, NamedPeople.noahID: NamedPeople.noah,
    ])
    let people = NIOLockedValueBox<[UserID: Person]>([
        Stage.maya: Person(id: Stage.maya, name: "Maya", role: .user),
        Stage.noah: Person(id: Stage.noah, name: "Noah", role: .user),
        Stage.admin: Person(id: Stage.admin, name: "Ada", role: .admin),
    ])
    let peopleFault = NIOLockedValueBox<PortError?>(nil)
    let state: PersonalState
    var stores: RouteStores
    let bus = MemoryBus()
    /// Who was to be forgotten.
    let forgotten = Journal<UserID>()
    let claims = NIOLockedValueBox<[String: [UInt8]]>([:])
    let clock = TestClock()
    let log = LogBook()
    var settings = RouteSettings()
    var origins = OriginPolicy(["https://app.example.org"])
    var dependencies: [Dependency] = []
    var demoToken: (@Sendable () -> String?)?
    var model = ScriptedModel(answering: ["All ", "good."])

    init() async throws {
        tokens = try await BearerTokens(secret: Self.secret)
        let state = PersonalState.inMemory()
        self.state = state
        stores = RouteStores(
            reports: .inMemory(), alerts: .inMemory(), calculators: .fixed([:]), peerGroups: .inMemory(),
            categories: Categories(models: .inMemory(), state: state), triage: .inMemory(), runs: .inMemory(),
            holdings: .inMemory(), spending: .inMemory())
    }

    var identity: Identity {
        .bearer(
            tokens: tokens,
            people: People(
                find: { user throws(PortError) in
                    if let fault = peopleFault.withLockedValue({ $0 }) { throw fault }
                    return people.withLockedValue { $0[user] }
                }, page: { _, _ throws(PortError) in [] }),
            claims: claimsPort, now: { clock.date })
    }

    private var claimsPort: Claims {
        Claims(
            claim: { key, value, _ throws(PortError) in
                claims.withLockedValue { values in
                    guard let there = values[key] else {
                        values[key] = value
                        return nil
                    }
                    return there
                }
            }, take: { key throws(PortError) in claims.withLockedValue { $0.removeValue(forKey: key) } })
    }

    var inbox: Inbox {
        Inbox(state: state, appSettings: { _ throws(PortError) in [:] }, bus: bus.port, now: { clock.date })
    }

    var snapshots: Snapshots { records.port.deciding(by: state) }

    var coaching: Coaching {
        Coaching(state: state, snapshots: records.port, now: { clock.date }, makeID: { Fresh.id() })
    }

    var desk: Desk {
        Desk(
            ports: ChatPorts(
                identity: identity, snapshots: records.port, conversations: store.port, completions: model.port,
                bus: bus.port, inbox: inbox, now: { clock.date }), logger: log.logger)
    }

    func parts(desk: Desk? = nil) -> RouteParts {
        RouteParts(
            identity: identity, conversations: store.port, snapshots: snapshots, freshSnapshots: snapshots,
            stores: stores, inbox: inbox, coaching: coaching,
            forget: { user throws(PortError) in
                forgotten.append(user)
                return 3
            }, dependencies: dependencies, desk: desk ?? self.desk, origins: origins,
            logName: LogIDs(secret: Self.secret).name,
            settings: settings, metricsText: { "sidecar_up 1\n" }, demoToken: demoToken, now: { clock.date },
            clock: clock)
    }

    /// A good token of this person for an hour.
    func token(of user: UserID = Stage.maya, role: Person.Role = .user) throws -> String {
        try tokens.mint(user: user, role: role, at: clock.date, lifetime: .seconds(3_600))
    }

    func bearer(_ user: UserID = Stage.maya) throws -> HTTPFields { [.authorization: "Bearer \(try token(of: user))"] }

    /// Runs requests against the router, without a socket.
    func run<Value: Sendable>(_ test: @Sendable (any TestClientProtocol) async throws -> Value) async throws -> Value {
        try await Application(router: Routes.router(parts()), logger: log.logger).test(.router) { try await test($0) }
    }

    /// Stores one message of a person.
    func store(_ text: String, of user: UserID, in conversation: String, id: String) async throws {
        guard let conversation = ConversationID(conversation) else { preconditionFailure("not a conversation id") }
        _ = try await store.port.append(
            user, StoredMessage(id: id, conversation: conversation, role: .user, text: text, at: clock.date))
    }
}

extension TestClientProtocol {
    /// One request and its answer.
    func send(
        _ method: HTTPRequest.Method = .get, _ path: String, _ headers: HTTPFields = [:], body: String? = nil
    ) async throws -> TestResponse {
        try await executeRequest(uri: path, method: method, headers: headers, body: body.map { ByteBuffer(string: $0) })
    }
}

extension TestResponse {
    var text: String { String(buffer: body) }
    /// The legacy words of a problem.
    var detail: String? { (try? JSONDecoder().decode([String: String].self, from: Data(text.utf8)))?["detail"] }
    var code: String? { (try? JSONDecoder().decode([String: String].self, from: Data(text.utf8)))?["code"] }
}

/// Every line that was logged, as a test can search it.
final class LogBook: Sendable {
    struct Line: Sendable {
        var level: Logger.Level
        var event: String
        var metadata: [String: String]
        var text: String { "\(event) \(metadata.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" })" }
    }

    private let box = NIOLockedValueBox<[Line]>([])
    var lines: [Line] { box.withLockedValue { $0 } }
    var text: String { lines.map(\.text).joined(separator: "\n") }
    /// The lines of the access log.
    var answered: [Line] { lines.filter { $0.event == "http.answered" } }

    var logger: Logger {
        var logger = Logger(label: "test") { _ in Handler(book: self) }
        logger.logLevel = .trace
        return logger
    }

    private struct Handler: LogHandler {
        let book: LogBook
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.trace

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            let all = metadata.merging(event.metadata ?? [:]) { $1 }
            let line = Line(
                level: event.level, event: "\(event.message)", metadata: all.mapValues { "\($0)" })
            book.box.withLockedValue { $0.append(line) }
        }
    }
}
