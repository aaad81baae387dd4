import adapt from './adapt.css' with { type: 'text' };
import card from './card.css' with { type: 'text' };
import controls from './controls.css' with { type: 'text' };
import form from './form.css' with { type: 'text' };
import modal from './modal.css' with { type: 'text' };
import root from './root.css' with { type: 'text' };

/** The style sheets that every component needs. */
export const foundationStyles: readonly string[] = [root, controls, card, form, modal, adapt];
