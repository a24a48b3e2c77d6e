package io.deskhand.brain.policy;

import io.deskhand.brain.TurnRequest;
import io.deskhand.brain.TurnRequest.Speaker;
import io.deskhand.brain.TurnRequest.Utterance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A turn's dialogue, read as questions and answers. Messages that a customer sent without waiting for an answer are one question.
 *
 * @param question what is to be answered now
 * @param newest the last message of the question; all of it, when it is one message
 * @param earlierQuestions what the customer asked before, oldest first
 * @param answers what the bot has answered, oldest first
 */
public record Dialogue(String question, String newest, List<String> earlierQuestions, List<String> answers) {

    public Dialogue {
        earlierQuestions = List.copyOf(earlierQuestions);
        answers = List.copyOf(answers);
    }

    public static Dialogue of(TurnRequest request) {
        List<String> questions = new ArrayList<>();
        List<String> answers = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        String newest = "";
        for (Utterance utterance : request.dialogue()) {
            if (utterance.speaker() == Speaker.CUSTOMER) {
                open.append(open.isEmpty() ? "" : "\n").append(utterance.text());
                newest = utterance.text();
                continue;
            }
            if (!open.isEmpty()) {
                questions.add(open.toString());
                open.setLength(0);
            }
            if (utterance.speaker() == Speaker.BOT) {
                answers.add(utterance.text());
            }
        }
        return new Dialogue(open.toString(), open.isEmpty() ? "" : newest, questions, answers);
    }

    /** The newest message as the question, the ones before it as an earlier one; empty when the question is one message. */
    public Optional<Dialogue> ofNewest() {
        if (newest.equals(question)) {
            return Optional.empty();
        }
        List<String> earlier = new ArrayList<>(earlierQuestions);
        earlier.add(question.substring(0, question.length() - newest.length()).stripTrailing());
        return Optional.of(new Dialogue(newest, newest, earlier, answers));
    }

    /** The bot's last message, or empty. */
    public String lastAnswer() {
        return answers.isEmpty() ? "" : answers.getLast();
    }
}
