package io.deskhand.client;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** What a program that uses the client does not get with it. */
@AnalyzeClasses(packages = "io.deskhand.client", importOptions = ImportOption.DoNotIncludeTests.class)
class ClientArchitectureTest {

    @ArchTest
    static final ArchRule of_ticketing_it_knows_what_the_services_say = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.deskhand.ticketing.redis..",
                    "io.deskhand.ticketing.store..",
                    "io.deskhand.ticketing.command..",
                    "org.springframework..",
                    "io.lettuce..");

    @Test
    void neither_redis_nor_spring_is_on_its_class_path() {
        assertThatThrownBy(() -> Class.forName("io.lettuce.core.RedisClient"))
                .isInstanceOf(ClassNotFoundException.class);
        assertThatThrownBy(() -> Class.forName("org.springframework.data.redis.core.StringRedisTemplate"))
                .isInstanceOf(ClassNotFoundException.class);
    }
}
