import TestKit
import Testing

@testable import Routes

@Suite("Seats for uploads")
struct UploadSeatsTests {
    @Test("a person has one, everybody together has so many, and each is free again however the work ends")
    func seats() async throws {
        let (seats, gate) = (UploadSeats(2), Gate())
        let (maya, noah) = (Stage.maya, Stage.noah)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await seats.seating(maya) { await gate.hold() } }
            try await gate.arrivals.wait(count: 1)
            await #expect(throws: Problem.oneAtATime) { try await seats.seating(maya) {} }
            try await seats.seating(noah) {}
            group.addTask { try await seats.seating(noah) { await gate.hold() } }
            try await gate.arrivals.wait(count: 2)
            await #expect(throws: Problem.oneAtATime) { try await seats.seating(Stage.admin) {} }
            gate.open()
            try await group.waitForAll()
        }
        await #expect(throws: Problem.notFound) { try await seats.seating(maya) { throw Problem.notFound } }
        try await seats.seating(maya) {}
    }
}
