package org.hutong.app;

import java.time.Clock;

import org.hutong.kernel.BusinessDay;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The clock that everything asks, so that tests can set it. */
@Configuration(proxyBeanMethods = false)
class Time {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    BusinessDay businessDay(Clock clock) {
        return new BusinessDay(clock);
    }
}
