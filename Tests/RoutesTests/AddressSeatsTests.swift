import Testing

@testable import Routes

@Suite("Seats of an address")
struct AddressSeatsTests {
    @Test("no address has more than its seats, each has its own, and whoever has none is not remembered")
    func seats() {
        let seats = AddressSeats(limit: 2)
        #expect(seats.take("a") && seats.take("a") && !seats.take("a") && seats.isFull("a"))
        #expect(seats.take("b") && !seats.isFull("b") && seats.addresses == 2)
        for _ in 0..<3 { seats.leave("a") }
        seats.leave("b")
        seats.leave("never came")
        #expect(seats.addresses == 0)
        #expect(seats.take("a") && seats.take("a") && !seats.take("a"))
    }
}
