import Finance
import Testing

@testable import Analyses

@Suite("Subscription words")
struct SubscriptionWordsTests {
    @Test(
        "subscriptions however they are typed",
        arguments: [
            "Netflix", "NETFLIX.COM 866712", "Disney+", "disney plus", "Apple TV+", "Apple", "Apple bill", "Gym",
            "PureGym membership", "Local news subscription", "Amazon Prime", "Calm", "Microsoft 365",
        ])
    func isOne(name: String) { #expect(SubscriptionWords.isSubscription(name)) }

    @Test(
        "traps: whole words only, and licences, fares and cards are none",
        arguments: [
            "Pineapple", "Pineapple juice", "Apple pie", "Apples", "TV licence", "TV License fee", "Travel card",
            "Travelcard", "Season ticket", "Council tax", "Credit card", "Gift card Netflix", "Calmer cream", "Rent",
            "Skye holiday", "Gymnastics kit", "TV", "",
        ])
    func isNone(name: String) { #expect(!SubscriptionWords.isSubscription(name)) }

    @Test("one name typed in different ways has one key, different things have different keys")
    func keys() {
        func key(_ name: String) -> String { NameWords(name).key }
        #expect(key("NETFLIX.COM 866-716") == "netflix" && key("Netflix monthly payment") == "netflix")
        #expect(key("Mum loan") == key("loan, from Mum"))
        #expect(key("Sainsbury's") == "sainsburys" && key("O2") == "o2" && key("3") == "3")
        #expect(key("Apple Music") != key("Apple TV") && key("Pineapple") != key("Apple"))
        #expect(key("Payment") == "payment" && key("!!").isEmpty)
    }

    @Test("names are alike when the telling words of the shorter are all in the longer")
    func alike() {
        func alike(_ first: String, _ second: String) -> Bool { NameWords(first).matches(NameWords(second)) }
        #expect(alike("Credit card", "Barclays credit card payment") && alike("Car loan repayment", "car"))
        #expect(!alike("Credit card", "Travel card") && !alike("Apple", "Pineapple") && !alike("!!", "Car"))
    }
}
