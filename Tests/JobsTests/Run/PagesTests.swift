import Finance
import Ports
import TestKit
import Testing

@testable import Jobs

@Suite("The order in which people are gone through")
struct PagesTests {
    static func walk(
        _ stage: NightStage, active: [Int], size: Int, from place: RunRecord.Place = .init(), pages limit: Int = .max
    ) async throws -> (users: [UserID], place: RunRecord.Place) {
        var pages = Pages(active: active.map(NamedPeople.somebody), size: size, from: place)
        var (users, end, count) = ([UserID](), place, 0)
        while count < limit, let page = try await pages.next(stage.ports.people) {
            #expect(!page.users.isEmpty && page.users.count <= size)
            users += page.users
            end = page.end
            count += 1
        }
        return (users, end)
    }

    @Test("the recently active come first, then everyone else, nobody twice")
    func order() async throws {
        let stage = NightStage(people: 11)
        let (users, _) = try await Self.walk(stage, active: [7, 2], size: 3)
        #expect(users == ([2, 7] + [0, 1, 3, 4, 5, 6, 8, 9, 10]).map(NamedPeople.somebody))
    }

    @Test("from any place that was noted the rest follows, without a gap")
    func again() async throws {
        let stage = NightStage(people: 20)
        let active = [3, 9, 15, 16, 17]
        let whole = try await Self.walk(stage, active: active, size: 2).users
        for pages in 0..<12 {
            let (first, place) = try await Self.walk(stage, active: active, size: 2, pages: pages)
            let rest = try await Self.walk(stage, active: active, size: 2, from: place).users
            #expect(first + rest == whole, "\(pages)")
        }
    }

    @Test("without anybody there is no page")
    func nobody() async throws {
        #expect(try await Self.walk(NightStage(people: 0), active: [], size: 5).users == [])
    }
}
