/* A number for a service window: the list of services, and no person at all. */
export type WindowsScene = { readonly at: 'services' };
export type WindowsScreen = { readonly at: 'services' };
export type WindowsErrand = { readonly kind: 'takeTicket'; readonly service: string; readonly serviceLabel: string };
