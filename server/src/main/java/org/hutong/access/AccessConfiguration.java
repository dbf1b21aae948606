package org.hutong.access;

import java.time.Clock;

import org.jooq.DSLContext;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** How phone codes leave: into the demo town's message box, or not at all until a channel is set up. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class AccessConfiguration {

    @Bean
    DemoMessages demoMessages(DSLContext dsl, Secrets secrets, Clock clock) {
        return new DemoMessages(dsl, secrets, clock);
    }

    @Bean
    PhoneMessages phoneMessages(DemoMessages messages, @Value("${hutong.demo:false}") boolean demo) {
        return demo ? messages::send : PhoneMessages.NONE;
    }
}
