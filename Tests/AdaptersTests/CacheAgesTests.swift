import Testing

@testable import Adapters

@Suite("Ages of kept snapshots")
struct CacheAgesTests {
    private let ages = CacheAges()

    @Test("fresh up to the soft age, stale up to the hard age, then over")
    func steps() {
        #expect(ages.freshness(ofAge: .seconds(29), random: 0.5) == .fresh)
        #expect(ages.freshness(ofAge: .seconds(30), random: 0.5) == .stale)
        #expect(ages.freshness(ofAge: .seconds(299), random: 0.5) == .stale)
        #expect(ages.freshness(ofAge: .seconds(300), random: 0.5) == .over)
    }

    @Test(
        "lives differ by a tenth at most, and no draw serves anything beyond the hard age", arguments: [0.0, 0.999_999])
    func jitter(random: Double) {
        let life = ages.life(random: random)
        #expect(life >= .seconds(270) && life <= .seconds(330))
        #expect(ages.freshness(ofAge: .seconds(26), random: random) == .fresh)
        #expect(ages.freshness(ofAge: .seconds(34), random: random) == .stale)
        #expect(ages.freshness(ofAge: .seconds(300), random: random) == .over)
    }

    @Test("the two ends of the draw are apart")
    func spread() {
        #expect(ages.life(random: 0) == .seconds(270))
        #expect(ages.freshness(ofAge: .seconds(28), random: 0) == .stale)
        #expect(ages.freshness(ofAge: .seconds(32), random: 0.999) == .fresh)
    }
}
