import Coaching
import Finance
import FoundationEssentials
import Inbox
import Logging
import NIOConcurrencyHelpers
import Ports
import Proposals
import TestKit
import Testing

@testable import Chat

/// One instance on test ports. Several benches may share a store and a bus.
struct Bench: Sendable {
    let clock: TestClock
    let store: MemoryStore
    let model: ScriptedModel
    let doorman: Doorman
    let book: RecordBook
    let bus: MemoryBus
    let state: PersonalState
    let inbox: Inbox
    let mainApp: ScriptedMainApp
    let desk: Desk

    /// Lets an instance run for the time of `body`, and winds it down.
    static func with(
        clock: TestClock = TestClock(), store: MemoryStore = MemoryStore(), model: ScriptedModel = ScriptedModel(),
        bus: MemoryBus = MemoryBus(), state: PersonalState = .inMemory(), settings: ChatSettings = .unhurried,
        completions: Completions? = nil, outbox: Outbox = .none,
        _ body: @Sendable (Bench) async throws -> Void
    ) async throws {
        let doorman = Doorman()
        doorman.knows("maya", as: NamedPeople.mayaID)
        doorman.knows("noah", as: NamedPeople.noahID, name: "Noah")
        let book = RecordBook([NamedPeople.mayaID: NamedPeople.maya, NamedPeople.noahID: NamedPeople.noah])
        let inbox = Inbox(
            state: state, appSettings: { _ throws(PortError) in [:] }, bus: bus.port, now: { clock.date })
        let coaching = Coaching(
            state: state, snapshots: book.port, now: { clock.date }, makeID: { Fresh.id() })
        let mainApp = ScriptedMainApp(book)
        let steps = NIOLockedValueBox(0)
        let proposals = Proposals(
            state: state, snapshots: book.port, mainApp: mainApp.port, sign: { "\($0.hashValue)" },
            // Two looks at a clock are never the same instant.
            now: {
                clock.date.addingTimeInterval(
                    Double(
                        steps.withLockedValue {
                            $0 += 1; return $0
                        }) / 1_000)
            },
            makeID: { Fresh.id() })
        let subscribed = bus.subscriptions.entries.count
        let ports = ChatPorts(
            identity: doorman.port, snapshots: book.port, conversations: store.port,
            completions: completions ?? model.port,
            bus: bus.port, inbox: inbox, coaching: coaching, proposals: proposals, instances: store.instances,
            outbox: outbox,
            now: { clock.date }, clock: clock)
        let desk = Desk(
            ports: ports, settings: settings, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        let bench = Bench(
            clock: clock, store: store, model: model, doorman: doorman, book: book, bus: bus, state: state,
            inbox: inbox, mainApp: mainApp, desk: desk)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await desk.run() }
            try await bus.subscriptions.wait(count: subscribed + 2)
            try await body(bench)
            group.cancelAll()
        }
    }

    /// Opens a socket without waiting for anything.
    func open(
        _ token: String? = "maya", _ dialect: Dialect = .v2, conversation: String? = nil
    ) -> Client {
        let wire = RecordingOutlet()
        let arrival = Arrival(
            dialect: dialect, credential: token.map { .bearer($0) }, conversation: conversation)
        return Client(session: desk.open(arrival, outlet: wire.outlet), wire: wire)
    }

    /// Opens a socket and waits for its first frame.
    func connect(
        _ token: String = "maya", _ dialect: Dialect = .v2, conversation: String? = nil
    ) async throws -> Client {
        let client = open(token, dialect, conversation: conversation)
        try await client.wire.frames.wait(count: 1)
        try await eventuallyOpen(client)
        return client
    }

    private func eventuallyOpen(_ client: Client) async throws {
        _ = try await soon { client.session.caller != nil || !client.session.isOpen }
    }

    /// Lets time pass, and returns once the sweep has looked at it.
    func pass(_ duration: Duration) async throws {
        let step = desk.settings.sockets.sweepEvery
        try await clock.hasSlept(for: step)
        let before = clock.sleeps(for: step)
        clock.advance(by: duration)
        try await clock.hasSlept(for: step, times: before + 1)
    }

    /// Begins a turn and gives its id and the model's side of it.
    func turn(_ client: Client, _ question: String, id: String = Fresh.id()) async throws -> (
        id: String, ScriptedModel.Call
    ) {
        let known = client.frames.of("turn_started").count
        client.say(question, id: id)
        let started = try await client.frame("turn_started", known)
        let calls = try await model.calls.wait(for: "a request") { $0.contains { $0.request.question == question } }
        return (started.turnID ?? "", try #require(calls.last { $0.request.question == question }))
    }
}

extension ChatSettings {
    /// The defaults, but for the pace of frames: a test clock stands still, so all frames come in the same second.
    static var unhurried: ChatSettings {
        var settings = ChatSettings()
        settings.frames.perSecond = .max
        settings.turns.perWindow = 1_000
        return settings
    }
}
