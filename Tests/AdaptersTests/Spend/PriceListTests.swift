import Finance
import Ports
import Testing

@Suite("The list of prices")
struct PriceListTests {
    @Test("a name costs what its line says, and a dated version of it the same unless it has its own")
    func quotes() {
        let list = PriceList.openAI
        func dollars(_ model: String) -> [String] {
            let quote = list.quote(for: model)
            return ["\(quote.price.prompt)", "\(quote.price.completion)", "\(quote.isListed)"]
        }
        #expect(dollars("gpt-4o") == ["$2.50", "$10.00", "true"])
        #expect(dollars("gpt-4o-2024-08-06") == ["$2.50", "$10.00", "true"])
        #expect(dollars("gpt-4o-2024-05-13") == ["$5.00", "$15.00", "true"])
        #expect(dollars("gpt-4o-mini") == ["$0.15", "$0.60", "true"])
        #expect(dollars("gpt-4o-mini-2024-07-18") == ["$0.15", "$0.60", "true"])
    }

    @Test(
        "a name that is not listed counts at the dearest of either side, and says so",
        arguments: [
            "llama", "", "gpt-4o-pro", "gpt-4o-2024-13-06", "gpt-4o2024-08-06", "GPT-4O", "-2024-08-06", "2024-08-06",
        ])
    func unlisted(model: String) {
        let quote = PriceList.openAI.quote(for: model)
        #expect(!quote.isListed)
        #expect(quote.price == PriceList.openAI.dearest)
        #expect(
            quote.price
                == ModelPrice(prompt: Spend(microdollars: 15_000_000), completion: Spend(microdollars: 60_000_000)))
    }

    @Test("the dearest is taken side by side, and an empty list is dearer than anything")
    func dearest() {
        let one = ModelPrice(prompt: Spend(microdollars: 3), completion: Spend(microdollars: 1))
        let other = ModelPrice(prompt: Spend(microdollars: 2), completion: Spend(microdollars: 9))
        let list = PriceList(["a": one, "b": other], reviewedOn: Day(number: 0))
        #expect(list.dearest == ModelPrice(prompt: Spend(microdollars: 3), completion: Spend(microdollars: 9)))
        let empty = PriceList([:], reviewedOn: Day(number: 0))
        #expect(empty.quote(for: "a").price == ModelPrice(prompt: ModelPrice.limit, completion: ModelPrice.limit))
    }

    @Test("the operator's lines are read, spaces around them or not, and stand before ours")
    func reads() throws {
        let lines = try PriceList.lines(of: "gpt-4o=3/12.5, meta/llama-3:8b=0/0 ,q=4=0.000001/10000")
        #expect(lines["gpt-4o"]?.completion == Spend(microdollars: 12_500_000))
        #expect(lines["meta/llama-3:8b"] == .free)
        #expect(lines["q=4"] == ModelPrice(prompt: Spend(microdollars: 1), completion: ModelPrice.limit))
        let list = PriceList.openAI.replacing(lines)
        #expect(list.quote(for: "gpt-4o").price.prompt == Spend(microdollars: 3_000_000))
        #expect(list.quote(for: "meta/llama-3:8b").isListed)
        #expect(list.quote(for: "meta/llama-3:8b").price == .free)
        #expect(list.quote(for: "gpt-4o-mini").price == PriceList.openAI.quote(for: "gpt-4o-mini").price)
    }

    @Test(
        "a line that is not one is a fault, never a price",
        arguments: [
            "", ",", "gpt-4o", "gpt-4o=", "gpt-4o=1", "gpt-4o=1/", "gpt-4o=/1", "=1/2", "gpt 4o=1/2", "a=1/2/3",
            "a=-1/2",
            "a=1/-2", "a=1e2/3", "a=1;2", "a=10000.000001/1", "a=1/10001", "a=1,5/2", "a=$1/$2", "a=1/2,",
            "a=1/2,a=1/2", "a=free", "a= / ",
        ])
    func faults(text: String) {
        #expect(throws: PriceList.Faults.self) { try PriceList.lines(of: text) }
    }

    @Test("all faults are told at once, and a name too long is one")
    func allFaults() {
        let long = String(repeating: "x", count: 129)
        do {
            _ = try PriceList.lines(of: "a=1,b=2/3,\(long)=1/2,b=1/1")
            Issue.record("read")
        } catch {
            #expect(error.sentences.count == 3)
            #expect(error.sentences.last == "b is listed twice")
        }
        #expect((try? PriceList.lines(of: "\(long.dropLast())=1/2")) != nil)
    }
}
