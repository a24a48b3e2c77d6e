package io.deskhand.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.ticketing.rules.Deadlines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.Configuration;

class DeskhandPropertiesTest {

    private final ApplicationContextRunner context = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(Settings.class)
            .withPropertyValues(
                    "deskhand.secret=a secret of the tests, long enough", "deskhand.ably.key=app.key:secret");

    @Test
    void a_secret_and_a_key_are_enough() {
        context.run(started -> {
            DeskhandProperties properties = started.getBean(DeskhandProperties.class);
            assertThat(properties.deadlines().asDeadlines()).isEqualTo(Deadlines.DEFAULTS);
            assertThat(properties.widget().origins()).isEmpty();
            assertThat(properties.limits().body().toKilobytes()).isEqualTo(64);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "deskhand.secret=short,                           set DESKHAND_SECRET",
        "deskhand.ably.key=,                              set ABLY_API_KEY",
        "deskhand.deadlines.bot=0s,                       deadlines.bot",
        "'deskhand.widget.origins=https://a.example/x',   must be * or an origin",
        "\"deskhand.widget.origins='self'; script-src *\", must be * or an origin",
        "deskhand.metrics.token=guessable,                at least 16 characters",
        "deskhand.instance=one instance,                  instance"
    })
    void what_cannot_be_right_stops_the_start_and_says_what_to_do(String setting, String says) {
        context.withPropertyValues(setting)
                .run(failed -> assertThat(failed).getFailure().rootCause().hasMessageContaining(says));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(DeskhandProperties.class)
    static class Settings {}
}
