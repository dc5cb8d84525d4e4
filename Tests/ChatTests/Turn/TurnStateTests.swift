import Testing

@testable import Chat

@Suite("The life of a turn")
struct TurnStateTests {
    private func state(_ events: (inout TurnState) -> Void...) -> TurnState {
        var state = TurnState()
        for event in events { event(&state) }
        return state
    }

    @Test("It is stored, runs and completes, and has one outcome")
    func regular() {
        var state = TurnState()
        #expect(state.stored() == false)
        #expect(state.begin() == true)
        #expect(state.takesText)
        #expect(state.end(.completed) == .completed)
        #expect(state.end(.failed(.aiUnavailable)) == nil)
        #expect(state.hasEnded && !state.takesText)
    }

    @Test("A stop before it is stored ends it as soon as it is")
    func earlyStop() {
        var state = TurnState()
        #expect(state.stop() == .nothing)
        #expect(state.stored() == true)
    }

    @Test("A stop while it waits ends it at once, and no runner gets it")
    func stopWaiting() {
        var state = state { _ = $0.stored() }
        #expect(state.stop() == .endNow)
        #expect(state.end(.stopped) == .stopped)
        #expect(state.begin() == false)
    }

    @Test(
        "A stop that came first wins over any other end",
        arguments: [TurnState.Outcome.completed, .failed(.aiUnavailable), .stopped])
    func stopWins(_ proposed: TurnState.Outcome) {
        var state = state({ _ = $0.stored() }, { _ = $0.begin() })
        #expect(state.stop() == .cancelStream)
        #expect(!state.takesText)
        #expect(state.stop() == .nothing)
        #expect(state.end(proposed) == .stopped)
    }

    @Test("A stop after the end changes nothing")
    func lateStop() {
        var state = state({ _ = $0.stored() }, { _ = $0.begin() }, { _ = $0.end(.completed) })
        #expect(state.stop() == .nothing)
        #expect(state.phase == .ended(.completed))
    }

    @Test("It runs only once, and only when it is stored")
    func beginOnce() {
        var fresh = TurnState()
        #expect(fresh.begin() == false)
        var stored = state { _ = $0.stored() }
        #expect(stored.begin() == true)
        #expect(stored.begin() == false)
    }

    @Test("In any order of events there is at most one outcome, and text counts only while it runs")
    func anyOrder() {
        let events: [(inout TurnState) -> Bool] = [
            {
                _ = $0.stored(); return false
            },
            {
                _ = $0.begin(); return false
            },
            {
                _ = $0.stop(); return false
            },
            { $0.end(.completed) != nil }, { $0.end(.failed(.tookTooLong)) != nil },
        ]
        for path in paths(of: events.count, length: 6) {
            var state = TurnState()
            var outcomes = 0
            for index in path {
                if events[index](&state) { outcomes += 1 }
                if state.takesText { #expect(state.phase == .running) }
            }
            #expect(outcomes <= 1 && (outcomes == 1) == state.hasEnded)
        }
    }

    private func paths(of choices: Int, length: Int) -> [[Int]] {
        (0..<length).reduce([[]]) { paths, _ in paths.flatMap { path in (0..<choices).map { path + [$0] } } }
    }
}
