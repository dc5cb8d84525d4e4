import Testing

@testable import Chat

@Suite("Something that happens once", .timeLimit(.minutes(5)))
struct SignalTests {
    @Test("Everybody who waits hears it, and whoever comes later too")
    func fires() async {
        let signal = Signal()
        await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<10 { group.addTask { await signal.wait() } }
            signal.fire()
            signal.fire()
            for await heard in group { #expect(heard) }
        }
        #expect(await signal.wait())
    }

    @Test("A cancelled wait ends without it, before or while it waits", arguments: 0..<50)
    func cancelled(_ round: Int) async {
        let signal = Signal()
        await withTaskGroup(of: Bool.self) { group in
            group.addTask { await signal.wait() }
            if round % 2 == 0 { await Task.yield() }
            group.cancelAll()
            for await heard in group { #expect(!heard) }
        }
    }
}
