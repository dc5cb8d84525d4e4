import Finance
import Ports
import TestKit
import Testing

@testable import Jobs

@Suite("What a watch looks at next")
struct WatchAgendaTests {
    /// What is asked about everyone at each of these milliseconds.
    private static func asks(_ agenda: inout WatchAgenda, at times: Int...) -> [WatchAgenda.Question] {
        times.map { agenda.question(at: .milliseconds($0), every: .seconds(1)) }
    }

    private let one = NamedPeople.somebody(1)
    private let two = NamedPeople.somebody(2)
    private let three = NamedPeople.somebody(3)

    @Test("where nothing is told, versions are asked for every pause, and who has none is read every half minute")
    func asking() {
        var agenda = WatchAgenda()
        let asked = Self.asks(&agenda, at: 0, 999, 1_000, 29_999, 30_999, 31_999)
        #expect(asked == [.everything, .nothing, .versions, .versions, .everything, .versions])
    }

    @Test("where changes are told, everyone is asked about once at the start and then every half minute")
    func told() {
        var agenda = WatchAgenda()
        _ = Self.asks(&agenda, at: 0)
        agenda.take(.following)
        let asked = Self.asks(&agenda, at: 250, 30_249, 30_250)
        #expect(asked == [.everything, .nothing, .everything])
    }

    @Test("who changed and is here is due once, however often they changed")
    func due() {
        var agenda = WatchAgenda()
        for user in [two, one, two, three] { agenda.take(.changed(user)) }
        let due = agenda.due(among: [one, two])
        let later = agenda.due(among: [one, two, three])
        #expect(due == [one, two] && later.isEmpty)
    }

    @Test("more changes than are kept, and changes that end, are made up for by asking about everyone")
    func madeUp() {
        var agenda = WatchAgenda()
        agenda.take(.following)
        _ = Self.asks(&agenda, at: 0)
        for place in 0...WatchAgenda.most { agenda.take(.changed(NamedPeople.somebody(place))) }
        let flooded = Self.asks(&agenda, at: 250, 251)
        agenda.lose()
        let due = agenda.due(among: [NamedPeople.somebody(0)])
        let lost = Self.asks(&agenda, at: 500, 1_499, 1_500)
        #expect(flooded == [.everything, .nothing] && lost == [.everything, .nothing, .versions])
        #expect(!agenda.isTold && due.isEmpty)
    }
}
