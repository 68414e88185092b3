package dev.waymark.persona.segment;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The value of a criterion is what its operator wants. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = FittingValue.Check.class)
@interface FittingValue {

    String message() default "does not fit the operator";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Complains of the value, and says what is wanted. */
    final class Check implements ConstraintValidator<FittingValue, Criterion> {

        @Override
        public boolean isValid(Criterion criterion, ConstraintValidatorContext context) {
            var operator = criterion.operator();
            if (operator == null || operator.fits(criterion.value())) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate("must be " + operator.wanted() + " for " + operator)
                    .addPropertyNode("value")
                    .addConstraintViolation();
            return false;
        }
    }
}
