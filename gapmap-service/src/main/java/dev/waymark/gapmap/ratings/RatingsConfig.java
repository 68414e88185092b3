package dev.waymark.gapmap.ratings;

import io.smallrye.config.ConfigMapping;

@ConfigMapping(prefix = "waymark.ratings")
interface RatingsConfig {

    /** The secret with which respondents' ids are hashed; changing it makes every respondent a new one. */
    String respondentKey();
}
