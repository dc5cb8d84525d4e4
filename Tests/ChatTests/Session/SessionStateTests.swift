import Foundation
import Ports
import TestKit
import Testing

@testable import Chat

@Suite("One socket as a value")
struct SessionStateTests {
    private let caller = Caller(
        user: NamedPeople.mayaID, name: "Maya", isAdmin: false, expiresAt: NamedPeople.now.addingTimeInterval(100))

    private func at(_ seconds: Double) -> Moment {
        Moment(uptime: .seconds(seconds), date: NamedPeople.now.addingTimeInterval(seconds))
    }

    /// A socket of this person that is open and idle.
    private func opened(_ dialect: Dialect = .v2) throws -> SessionState {
        var state = SessionState(dialect: dialect, limits: SessionLimits(ChatSettings()))
        _ = state.event(.opened(.bearer("t")), at: at(0))
        let conversation = try #require(ConversationID("c"))
        _ = state.event(.admitted(caller, conversation), at: at(0))
        return state
    }

    private func names(_ actions: [SessionState.Action]) -> [String] {
        actions.map { action in
            switch action {
            case .send(.error(let error)): "error \(error.code.rawValue)"
            case .send(.refusal(let error)): "refusal \(error.code.rawValue)"
            case .send(.identityFailure): "identity"
            case .send(.authRequired): "auth_required"
            case .send(.authenticated): "auth_ok"
            case .send(.pong): "pong"
            case .send: "frame"
            case .close(let code): "close \(code.rawValue)"
            case .run(let errand): "run \(errand)".split(separator: "(")[0].description
            case .stop: "stop"
            case .follow: "follow"
            }
        }
    }

    private func send(_ text: String) -> SessionState.Event {
        .frame(.send(ClientFrame.Message(text: text, clientID: "c")))
    }

    @Test("A credential is proved at once; without one a v2 socket waits, a legacy one goes")
    func opening() {
        var shown = SessionState(dialect: .v2, limits: SessionLimits(ChatSettings()))
        #expect(names(shown.event(.opened(.ticket("x")), at: at(0))) == ["run admit"])
        var silent = SessionState(dialect: .v2, limits: SessionLimits(ChatSettings()))
        #expect(names(silent.event(.opened(nil), at: at(0))) == [])
        #expect(silent.phase == .unknown(until: .seconds(5)))
        var legacy = SessionState(dialect: .legacy, limits: SessionLimits(ChatSettings()))
        #expect(names(legacy.event(.opened(nil), at: at(0))) == ["identity", "close 1008"])
    }

    @Test("An unknown socket is heard for auth and ping only, holds nothing, and goes after five seconds")
    func unknown() {
        var state = SessionState(dialect: .v2, limits: SessionLimits(ChatSettings()))
        _ = state.event(.opened(nil), at: at(0))
        #expect(names(state.event(send("x"), at: at(1))) == ["error unauthenticated"])
        #expect(names(state.event(.fault(ChatError(.badRequest)), at: at(1))) == ["error unauthenticated"])
        #expect(names(state.event(.frame(.ping), at: at(1))) == ["pong"])
        #expect(names(state.event(.tick, at: at(4.9))) == [])
        #expect(names(state.event(.tick, at: at(5))) == ["identity", "close 4501"])
        #expect(names(state.event(.frame(.ping), at: at(6))) == [])
    }

    @Test("Errands run one at a time and in order; stop and ping never wait")
    func errands() throws {
        var state = try opened()
        #expect(names(state.event(send("1"), at: at(1))) == ["run submit"])
        #expect(names(state.event(send("2"), at: at(1))) == [])
        #expect(names(state.event(.frame(.ping), at: at(1))) == ["pong"])
        #expect(names(state.event(.frame(.stop(nil)), at: at(1))) == ["stop"])
        #expect(names(state.event(.errandDone, at: at(1))) == ["run submit"])
        #expect(names(state.event(.errandDone, at: at(1))) == ["stop"])
        #expect(names(state.event(.errandDone, at: at(1))) == [])
    }

    @Test("What is asked while the proof is on its way waits for the greeting")
    func whileProving() throws {
        var state = SessionState(dialect: .v2, limits: SessionLimits(ChatSettings()))
        _ = state.event(.opened(.bearer("t")), at: at(0))
        #expect(names(state.event(send("early"), at: at(0))) == [])
        let conversation = try #require(ConversationID("c"))
        #expect(names(state.event(.admitted(caller, conversation), at: at(1))) == ["run submit"])
    }

    @Test("Only so many frames are held; the next is busy and names its message")
    func held() throws {
        var state = try opened()
        _ = state.event(send("0"), at: at(1))
        for _ in 0..<8 { #expect(state.event(send("x"), at: at(1)).isEmpty) }
        #expect(names(state.event(send("y"), at: at(1))) == ["error busy"])
    }

    @Test("An errand without a hand is busy, and the next held frame is tried; an admission ends the socket")
    func refused() throws {
        var state = try opened()
        let message = ClientFrame.Message(text: "1", clientID: "c")
        _ = state.event(.frame(.send(message)), at: at(1))
        _ = state.event(.frame(.stop(nil)), at: at(1))
        #expect(names(state.event(.errandRefused(.submit(message)), at: at(1))) == ["error busy", "stop"])
        #expect(names(state.event(.errandRefused(.recheck), at: at(1))) == [])
        var opening = SessionState(dialect: .v2, limits: SessionLimits(ChatSettings()))
        _ = opening.event(.opened(.bearer("t")), at: at(0))
        #expect(names(opening.event(.errandRefused(.admit(.bearer("t"))), at: at(0))) == ["error busy", "close 1013"])
    }

    @Test("The person is looked up again every 25 s; the token's end is told once, and obeyed after the grace")
    func time() throws {
        var state = try opened()
        #expect(names(state.event(.tick, at: at(24))) == [])
        #expect(names(state.event(.tick, at: at(25))) == ["run recheck"])
        #expect(names(state.event(.tick, at: at(26))) == [])
        #expect(names(state.event(.tick, at: at(80))) == ["run recheck"])
        #expect(names(state.event(.tick, at: at(100))) == ["auth_required"])
        #expect(names(state.event(.tick, at: at(101))) == [])
        #expect(names(state.event(send("x"), at: at(101))) == ["refusal unauthenticated"])
        #expect(names(state.event(.frame(.ping), at: at(101))) == ["pong"])
        #expect(names(state.event(.frame(.authenticate(token: "n")), at: at(101))) == ["run renew"])
        #expect(names(state.event(.tick, at: at(125))) == ["identity", "close 4401"])
    }

    @Test("A newer token moves the end; another person's ends the socket")
    func renewal() throws {
        var state = try opened()
        var later = caller
        later.expiresAt = NamedPeople.now.addingTimeInterval(1_000)
        #expect(names(state.event(.renewed(later), at: at(110))) == ["auth_ok"])
        #expect(!names(state.event(.tick, at: at(130))).contains("close 4401"))
        later.user = NamedPeople.noahID
        #expect(names(state.event(.renewed(later), at: at(130))) == ["identity", "close 4501"])
    }

    @Test("Frames faster than the pace are refused, and after the second accepted again")
    func pace() throws {
        var state = try opened()
        for _ in 0..<60 { _ = state.event(.frame(.ping), at: at(1)) }
        let refused = state.event(send("x"), at: at(1.5))
        #expect(names(refused) == ["error rate_limited"])
        guard case .send(.error(let error)) = try #require(refused.first) else { return }
        #expect(error.clientMessageID == "c")
        let unread = state.event(.fault(ChatError(.empty).about("d")), at: at(1.6))
        guard case .send(.error(let again)) = try #require(unread.first) else { return }
        #expect(again.code == .rateLimited && again.clientMessageID == "d")
        #expect(names(state.event(send("x"), at: at(2))) == ["run submit"])
    }

    @Test("A closed socket does nothing, whatever happens")
    func closed() throws {
        var state = try opened()
        _ = state.event(.closed, at: at(1))
        for event in [SessionState.Event.errandDone, .tick, send("x"), .rechecked(.refused), .renewed(caller)] {
            #expect(state.event(event, at: at(500)).isEmpty)
        }
    }
}
