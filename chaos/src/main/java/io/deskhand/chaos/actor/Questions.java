package io.deskhand.chaos.actor;

import java.util.List;
import java.util.random.RandomGenerator;

/** What customers of the demo store say. */
final class Questions {

    private static final List<String> ANSWERED = List.of(
            "How long does delivery to Germany take?",
            "How do I return something?",
            "Bought a jacket 20 days ago, can I still send it back?",
            "Do you deliver to Switzerland?",
            "My order says \"Packing\". What does that mean?",
            "How long is the password link valid?",
            "warranty on boots?",
            "When do you take the money from my card?",
            "can last chance stuff be returned",
            "How do I get a gift card?",
            "what does an order number look like with you",
            "rucksack arrived with a rip in it");

    private static final List<String> UNKNOWN = List.of(
            "Do you have inflatable kayaks in your range?",
            "Is there free wifi in your shop?",
            "What's the name of your managing director?");

    private static final List<String> PERSON = List.of(
            "I want to talk to a person",
            "human",
            "Let me speak to an agent.",
            "ugh, is there anyone real i can chat with?");

    private static final List<String> MORE =
            List.of("and how much is it?", "hello?", "I mean the express one", "please");

    private Questions() {}

    static String answered(RandomGenerator random) {
        return any(ANSWERED, random);
    }

    static String unknown(RandomGenerator random) {
        return any(UNKNOWN, random);
    }

    static String person(RandomGenerator random) {
        return any(PERSON, random);
    }

    /** What follows a question at once. */
    static String more(RandomGenerator random) {
        return any(MORE, random);
    }

    private static String any(List<String> texts, RandomGenerator random) {
        return texts.get(random.nextInt(texts.size()));
    }
}
