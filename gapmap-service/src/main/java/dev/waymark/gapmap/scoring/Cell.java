package dev.waymark.gapmap.scoring;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What the ratings of one provider on one need say. A figure that is undefined is null.
 *
 * @param n the number of ratings
 * @param mean in scale units; null for n = 0
 * @param sd sample standard deviation (n − 1) in scale units; null for n &lt; 2
 * @param standardError sd / √n; null for n &lt; 2
 * @param ci the t interval of the mean; null for n &lt; 2. It may reach beyond the ends of the scale
 * @param topBox the share of the top two scale points; null for n = 0
 */
@JsonInclude(JsonInclude.Include.ALWAYS) // a figure that is undefined is shown as null
public record Cell(long n, Double mean, Double sd, Double standardError, Interval ci, TopBox topBox) {}
