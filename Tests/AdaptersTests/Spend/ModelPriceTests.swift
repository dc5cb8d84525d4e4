import Ports
import Testing

@Suite("Prices of models")
struct ModelPriceTests {
    @Test("a call costs both sides, rounded up once to the next millionth")
    func cost() {
        let price = ModelPrice(prompt: Spend(microdollars: 150_000), completion: Spend(microdollars: 600_000))
        #expect(price.cost(prompt: 1_000_000, completion: 1_000_000) == Spend(microdollars: 750_000))
        #expect(price.cost(prompt: 1, completion: 0) == Spend(microdollars: 1))
        #expect(price.cost(prompt: 1, completion: 1) == Spend(microdollars: 1))
        #expect(price.cost(prompt: 2, completion: 1) == Spend(microdollars: 1))
        #expect(price.cost(prompt: 4, completion: 1) == Spend(microdollars: 2))
        #expect(price.cost(prompt: 0, completion: 0) == .zero)
        #expect(ModelPrice.free.cost(prompt: 5_000, completion: 5_000) == .zero)
    }

    @Test("counts and prices that cannot be true are bounded, and never trap")
    func bounds() {
        let dear = ModelPrice(prompt: Spend(microdollars: .max), completion: ModelPrice.limit)
        let most = dear.cost(prompt: .max, completion: .max)
        #expect(most == Spend(microdollars: 2_000_000_000_000))
        #expect(dear.cost(prompt: .min, completion: -1) == .zero)
        #expect(ModelPrice(prompt: Spend(microdollars: -5), completion: .zero).cost(prompt: 9, completion: 9) == .zero)
    }
}
