package org.hutong.app.demo;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The demo town, loaded at the first start when {@code hutong.demo=true}.
 *
 * @param persons how many people it has, at least
 * @param seed    another seed, another town
 */
@ConfigurationProperties("hutong.town")
record DemoSettings(@DefaultValue("10000") long persons, @DefaultValue("1") long seed) {

    DemoSettings {
        if (persons < 0 || persons > 20_000_000) {
            throw new IllegalArgumentException("hutong.town.persons must be between 0 and 20000000");
        }
    }
}
