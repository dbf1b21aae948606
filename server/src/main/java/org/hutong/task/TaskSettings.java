package org.hutong.task;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often somebody is tried to be reached.
 *
 * @param calls vain calls before a task moves to the doors, 1 to 10
 * @param doors times at a door that meet nobody before a task ends as not reached, 1 to 10
 */
@ConfigurationProperties("hutong.task")
public record TaskSettings(@DefaultValue("3") int calls, @DefaultValue("3") int doors) {

    public TaskSettings {
        if (calls < 1 || calls > 10 || doors < 1 || doors > 10) {
            throw new IllegalArgumentException("hutong.task.calls and hutong.task.doors must be between 1 and 10");
        }
    }
}
