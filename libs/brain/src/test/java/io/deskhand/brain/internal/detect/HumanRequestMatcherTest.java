package io.deskhand.brain.internal.detect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class HumanRequestMatcherTest {

    @Test
    void listens_in_at_least_twelve_languages() {
        assertThat(HumanRequestMatcher.languages())
                .hasSizeGreaterThanOrEqualTo(12)
                .contains("en", "de", "fr", "ja", "ar");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I want to talk to a person",
                "i want a person.",
                "Can I speak with a human please?",
                "human",
                "Agent please!",
                "real person pls",
                "Talk to a person",
                "connect me to an agent",
                "Please transfer me to customer service",
                "put me through to someone",
                "get me a human",
                "I'd like to chat with a real human being",
                "I’d like to speak to your manager",
                "i need a human",
                "I need an agent to help me",
                "let me talk to somebody from your team",
                "why can't I talk to a person?",
                "this is useless, I want a human!",
                "I don't want to talk to a bot",
                "how do I reach a human?",
                "is there a human I can talk to?",
                "Where is my order? Can I speak to someone about it?",
                "could someone call me back?",
                "please call me",
                "no more bots",
                "operator",
                "Can I talk to someone?",
                "Escalate this to a supervisor",
                "I would prefer to talk to a human instead",
                "can i have a human",
                "I don't want this. I want to speak to a person",
                "hello, is there anybody human i can write to",
                "put me in touch, I mean connect me with a member of staff",
                "taalk to a humna",
                "spaek to an agnet please",
                "i want to talk to a perosn",
            })
    void hears_asks_in_english(String text) {
        assertThat(HumanRequestMatcher.in(text)).as(text).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "can one person carry the tent",
                "Can one person pitch it?",
                "tent for two persons",
                "I need a tent for one person",
                "which cleaning agent do you recommend for boots",
                "do I need an agent to import this?",
                "can another person pick up my order",
                "can I transfer my points to another person?",
                "can points be passed on to somebody else?",
                "Can someone else collect the parcel for me?",
                "how much room per person is there",
                "i do not want to talk to a person",
                "I don't need a human, just tell me the price",
                "no need to connect me to an agent",
                "Am I talking to a real person?",
                "are you a human?",
                "my friend spoke to a person at your shop yesterday",
                "Is the jacket made for humans or dogs",
                "how do I contact the manufacturer",
                "who is the operator of this website",
                "can I give the gift card to another person",
                "I want a personal engraving",
                "does the repair team speak English",
                "somebody stole my parcel",
                "a person of 190 cm, which size",
                "do I need to speak to my bank first",
                "is a representative photo available",
                "call me old-fashioned but I want a paper invoice",
                "what are the customer service hours",
                "I need a person size estimate",
                "can I get a human sized sleeping bag",
                "give me an agent size chart",
                "is your down humane",
                "my urgent question",
            })
    void is_not_fooled_by_mentions_of_people(String text) {
        assertThat(HumanRequestMatcher.in(text)).as(text).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ich möchte mit einem Menschen sprechen",
                "kann ich bitte mit jemandem reden?",
                "Verbinden Sie mich mit einem Mitarbeiter",
                "ich will einen echten Menschen",
                "Mitarbeiter bitte",
                "Je veux parler à un humain",
                "Puis-je parler à quelqu’un ?",
                "mettez-moi en relation avec un conseiller",
                "un conseiller s'il vous plaît",
                "Quiero hablar con una persona",
                "páseme con un agente por favor",
                "necesito un humano",
                "Vorrei parlare con un operatore",
                "voglio una persona vera",
                "Quero falar com um atendente",
                "posso falar com uma pessoa?",
                "Ik wil met een medewerker spreken",
                "Kan ik iemand spreken?",
                "Chcę porozmawiać z człowiekiem",
                "proszę połączyć mnie z konsultantem",
                "Jag vill prata med en människa",
                "kan ni koppla mig till kundtjänst",
                "Jeg vil gerne tale med et menneske",
                "Kan jeg snakke med noen?",
                "Haluan puhua ihmisen kanssa",
                "Chci mluvit s člověkem",
                "Bir insanla konuşmak istiyorum",
                "müşteri temsilcisine bağlanmak istiyorum",
                "Хочу поговорить с человеком",
                "соедините меня с оператором",
                "Оператор",
                "Хочу поговорити з людиною",
                "人と話したいです",
                "担当者につないでください",
                "オペレーターをお願いします",
                "转人工",
                "我要人工客服",
                "我想和真人说话",
                "상담원 연결해 주세요",
                "사람이랑 이야기하고 싶어요",
                "أريد التحدث مع شخص حقيقي",
                "أريد أن أتكلم مع موظف",
                "אני רוצה לדבר עם נציג",
                "मुझे किसी इंसान से बात करनी है",
                "Θέλω να μιλήσω με άνθρωπο",
            })
    void hears_asks_in_other_languages(String text) {
        assertThat(HumanRequestMatcher.in(text)).as(text).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Kann eine Person das Zelt tragen?",
                "Zelt für eine Person",
                "Ich brauche ein Zelt für zwei Personen",
                "Ich möchte nicht mit einem Mitarbeiter sprechen",
                "Hat der Mitarbeiter mein Paket?",
                "tente pour une personne",
                "je ne veux pas parler à un conseiller",
                "¿una persona puede llevar la tienda?",
                "tienda para una persona",
                "tenda per una persona",
                "uma pessoa consegue carregar a barraca?",
                "tent voor één persoon",
                "namiot dla jednej osoby",
                "tält för en person",
                "tek kişilik çadır",
                "палатка на одного человека",
                "一人用のテントはありますか",
                "2人で使えますか",
                "单人帐篷有吗",
                "1인용 텐트 있나요",
                "خيمة لشخص واحد",
            })
    void is_not_fooled_in_other_languages(String text) {
        assertThat(HumanRequestMatcher.in(text)).as(text).isFalse();
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/asks/heard.tsv", delimiter = '\t', quoteCharacter = '~')
    void hears_what_customers_write_in_their_own_ways(String language, String text) {
        assertThat(HumanRequestMatcher.in(text)).as(language + ": " + text).isTrue();
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/asks/not-heard.tsv", delimiter = '\t', quoteCharacter = '~')
    void leaves_questions_about_people_alone(String language, String text) {
        assertThat(HumanRequestMatcher.in(text)).as(language + ": " + text).isFalse();
    }

    @Test
    void stays_fast_on_the_longest_message() {
        String text = "talk to a ".repeat(200) + "thanks a lot ".repeat(150);
        long start = System.nanoTime();
        HumanRequestMatcher.in(text);
        SmallTalk.in(text);
        assertThat((System.nanoTime() - start) / 1_000_000).as("milliseconds").isLessThan(5_000);
    }
}
