package io.deskhand.brain.policy;

import io.deskhand.brain.TurnRequest;
import io.deskhand.brain.TurnRequest.Speaker;
import io.deskhand.brain.TurnRequest.Utterance;
import java.util.ArrayList;
import java.util.List;

/**
 * A turn's dialogue, read as questions and answers. Messages that a customer sent without waiting for an answer are one question.
 *
 * @param question what is to be answered now
 * @param earlierQuestions what the customer asked before, oldest first
 * @param answers what the bot said so far, oldest first
 */
public record Dialogue(String question, List<String> earlierQuestions, List<String> answers) {

    public Dialogue {
        earlierQuestions = List.copyOf(earlierQuestions);
        answers = List.copyOf(answers);
    }

    public static Dialogue of(TurnRequest request) {
        List<String> questions = new ArrayList<>();
        List<String> answers = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        for (Utterance utterance : request.dialogue()) {
            if (utterance.speaker() == Speaker.CUSTOMER) {
                open.append(open.isEmpty() ? "" : "\n").append(utterance.text());
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
        return new Dialogue(open.toString(), questions, answers);
    }

    /** The bot's last words, or empty. */
    public String lastAnswer() {
        return answers.isEmpty() ? "" : answers.getLast();
    }
}
