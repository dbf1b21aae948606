package org.hutong.access;

import java.time.Clock;

import org.jooq.DSLContext;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** How phone codes leave: into the demo town's message box, or not at all until a channel is set up. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class AccessConfiguration {

    @Bean
    @ConditionalOnProperty(name = "hutong.demo", havingValue = "true")
    DemoMessages demoMessages(DSLContext dsl, Secrets secrets, Clock clock) {
        return new DemoMessages(dsl, secrets, clock);
    }

    @Bean
    @ConditionalOnProperty(name = "hutong.demo", havingValue = "false", matchIfMissing = true)
    PhoneMessages noMessages() {
        return new PhoneMessages.None();
    }
}
